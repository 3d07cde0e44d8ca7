using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>
/// Nodes out of KubernetesClient's model types, with the names that its serializer gives. The serializer itself would compile code for each of
/// some sixty types first, a third of the time of a publish; the tests compare this with it.
/// </summary>
internal static class ModelNodes
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Properties = new();

    /// <summary>The node of a model object, or of a part of one.</summary>
    public static Node Of(object value) => value switch
    {
        string text => (ScalarNode)text,
        bool truth => ScalarNode.Of(truth),
        ResourceQuantity quantity => (ScalarNode)quantity.ToString(),
        int or long or double or decimal => new ScalarNode(ScalarKind.Number, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        IDictionary map => Map(map),
        IEnumerable list and not byte[] => new ListNode(list.Cast<object>().Select(Of)),
        _ when value.GetType().Namespace is "System" or "System.Text.Json" || value is IntOrString => Serialized(value),
        _ => Properties.GetOrAdd(value.GetType(), PropertiesOf) is { Length: > 0 } properties ? Map(value, properties) : Serialized(value),
    };

    // Times, bytes and the like: rare, and the serializer knows their form.
    private static Node Serialized(object value)
    {
        using var json = JsonDocument.Parse(KubernetesJson.Serialize(value));
        return JsonNodes.Of(json.RootElement);
    }

    private static MapNode Map(IDictionary from)
    {
        var map = new MapNode();
        foreach (DictionaryEntry entry in from)
        {
            map[(string)entry.Key] = entry.Value is null ? null : Of(entry.Value);
        }

        return map;
    }

    private static MapNode Map(object from, (string Name, PropertyInfo Property)[] properties)
    {
        var map = new MapNode();
        foreach (var (name, property) in properties)
        {
            if (property.GetValue(from) is { } value)
            {
                map[name] = Of(value);
            }
        }

        return map;
    }

    private static (string Name, PropertyInfo Property)[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
            .Select(p => (p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(p.Name), p)),
    ];
}
