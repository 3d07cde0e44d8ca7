using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using k8s.Models;

namespace VoiceAssist.Cli.WhatIf;

/// <summary>One step of a field's path: a property by its name in the API, then perhaps an element of its list.</summary>
/// <param name="Name">The property.</param>
/// <param name="Element">A number from 0, or a metric's name; null for none.</param>
internal sealed record FieldStep(string Name, string? Element)
{
    /// <summary>The fields that an object of the API can have.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> FieldsOf(Type type) => type.GetProperties()
        .Where(p => p.GetCustomAttribute<JsonPropertyNameAttribute>() is not null)
        .ToDictionary(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name, StringComparer.Ordinal);

    /// <summary>The property on an object.</summary>
    /// <exception cref="FormatException">There is none of that name; the message says which there are.</exception>
    public PropertyInfo On(object owner)
    {
        var fields = FieldsOf(owner.GetType());
        return fields.TryGetValue(Name, out var property)
            ? property
            : throw new FormatException($"there is no field '{Name}'; allowed are {string.Join(", ", fields.Keys.Order(StringComparer.Ordinal))}");
    }

    /// <summary>What the step leads to; an object that was not set is created.</summary>
    /// <exception cref="FormatException">There is no such field or element, or it is a value.</exception>
    public object Into(object owner)
    {
        var property = On(owner);
        var value = property.GetValue(owner);
        if (Element is { } element)
        {
            return ElementOf(value as IList ?? throw new FormatException($"'{Name}' is no list, or an empty one"), element);
        }

        if (value is IList)
        {
            throw new FormatException($"'{Name}' is a list; name an element as {Name}[0]");
        }

        if (FieldsOf(property.PropertyType).Count == 0)
        {
            throw new FormatException($"'{Name}' is a value, it has no fields");
        }

        if (value is null)
        {
            property.SetValue(owner, value = Activator.CreateInstance(property.PropertyType)!);
        }

        return value;
    }

    // A metric's own name leads to what has its target, whatever its type: metrics[cpu].target.
    private object ElementOf(IList list, string element)
    {
        if (int.TryParse(element, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index < list.Count ? list[index]! : throw new FormatException($"'{Name}' has {list.Count} elements, from [0]");
        }

        var sources = list.OfType<V2MetricSpec>().Select(SourceOf).ToList();
        return sources.Find(s => s.Name == element).Source
            ?? throw new FormatException($"'{Name}' has no element '{element}'; there are {string.Join(", ", Enumerable.Range(0, list.Count).Select(i => i.ToString(CultureInfo.InvariantCulture)).Concat(sources.Select(s => s.Name)))}");
    }

    private static (string? Name, object? Source) SourceOf(V2MetricSpec metric) =>
        metric.Resource is { } resource ? (resource.Name, resource)
        : metric.ContainerResource is { } container ? (container.Name, container)
        : metric.Pods is { } pods ? (pods.Metric?.Name, pods)
        : metric.ObjectProperty is { } single ? (single.Metric?.Name, single)
        : metric.External is { } external ? (external.Metric?.Name, external)
        : (null, null);
}
