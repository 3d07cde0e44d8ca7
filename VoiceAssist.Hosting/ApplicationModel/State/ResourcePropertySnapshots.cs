using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Sets and removes properties of a snapshot by name.</summary>
internal static class ResourcePropertySnapshots
{
    public static ImmutableArray<ResourcePropertySnapshot> With(this ImmutableArray<ResourcePropertySnapshot> properties, ResourcePropertySnapshot property)
    {
        var index = IndexOf(properties, property.Name);
        return index < 0 ? properties.Add(property) : properties.SetItem(index, property);
    }

    public static ImmutableArray<ResourcePropertySnapshot> With(this ImmutableArray<ResourcePropertySnapshot> properties, string name, object? value)
    {
        var index = IndexOf(properties, name);
        return index < 0 ? properties.Add(new(name, value)) : properties.SetItem(index, properties[index] with { Value = value });
    }

    public static ImmutableArray<ResourcePropertySnapshot> Without(this ImmutableArray<ResourcePropertySnapshot> properties, string name)
    {
        var index = IndexOf(properties, name);
        return index < 0 ? properties : properties.RemoveAt(index);
    }

    private static int IndexOf(ImmutableArray<ResourcePropertySnapshot> properties, string name)
    {
        for (var i = 0; i < properties.Length; i++)
        {
            if (string.Equals(properties[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
