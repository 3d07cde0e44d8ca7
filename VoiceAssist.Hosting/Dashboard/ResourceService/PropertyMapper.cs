using System.Collections;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Proto = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Dashboard;

/// <summary>The properties of an instance as the dashboard wants them: the generic ones, those of its resource, then the snapshot's own.</summary>
internal static class PropertyMapper
{
    public static IEnumerable<Proto.ResourceProperty> ToProto(ResourceEvent instance)
    {
        var snapshot = instance.Snapshot;
        (string Name, object? Value)[] generic =
        [
            (KnownProperties.Resource.Uid, instance.ResourceId),
            (KnownProperties.Resource.Name, instance.ResourceId),
            (KnownProperties.Resource.Type, snapshot.ResourceType),
            (KnownProperties.Resource.DisplayName, instance.Resource.Name),
            (KnownProperties.Resource.State, snapshot.State?.Text),
            (KnownProperties.Resource.ExitCode, snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture)),
            (KnownProperties.Resource.CreateTime, Time(snapshot.CreationTimeStamp)),
            (KnownProperties.Resource.StartTime, Time(snapshot.StartTimeStamp)),
            (KnownProperties.Resource.StopTime, Time(snapshot.StopTimeStamp)),
            (KnownProperties.Resource.HealthState, snapshot.HealthStatus?.ToString()),
        ];
        var own = snapshot.Properties.Where(p => !generic.Any(g => IsSame(g.Name, p.Name))).ToArray();
        var missing = SourceOf(instance.Resource).Where(s => !own.Any(p => IsSame(p.Name, s.Name)));
        return generic.Select(g => new ResourcePropertySnapshot(g.Name, g.Value))
            .Concat(missing)
            .Concat(own)
            .Select(p => ToProto(snapshot.ResourceType, p));
    }

    /// <summary>Numbers and lists as such, everything else as its text.</summary>
    public static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        int or long or short or byte or uint or double or float or decimal => Value.ForNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        IEnumerable list => Value.ForList([.. list.Cast<object?>().Select(ToValue)]),
        IFormattable formattable => Value.ForString(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => Value.ForString(value.ToString() ?? ""),
    };

    private static Proto.ResourceProperty ToProto(string resourceType, ResourcePropertySnapshot property)
    {
        var display = KnownPropertyDisplays.Find(resourceType, property.Name);
        var result = new Proto.ResourceProperty
        {
            Name = property.Name,
            Value = ToValue(property.Value),
            IsSensitive = property.IsSensitive,
            IsHighlighted = property.IsHighlighted || display is not null,
        };
        if ((property.DisplayName ?? display?.Name) is { } name)
        {
            result.DisplayName = name;
        }

        if ((property.SortOrder ?? display?.SortOrder) is { } order)
        {
            result.SortOrder = order;
        }

        return result;
    }

    /// <summary>What the Source column is made of, as far as the model knows it.</summary>
    private static IEnumerable<ResourcePropertySnapshot> SourceOf(IResource resource)
    {
        if (resource.TryGetProjectMetadata(out var project))
        {
            yield return new(KnownProperties.Project.Path, project.ProjectPath);
        }
        else if (resource is ExecutableResource executable)
        {
            yield return new(KnownProperties.Executable.Path, executable.Command);
            yield return new(KnownProperties.Executable.WorkDir, executable.WorkingDirectory);
        }
        else if (resource.TryGetContainerImageName(out var image))
        {
            yield return new(KnownProperties.Container.Image, image);
        }
    }

    private static string? Time(DateTime? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
