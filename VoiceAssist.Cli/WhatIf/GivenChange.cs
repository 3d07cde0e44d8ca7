using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.WhatIf;

/// <summary>A change of an autoscaler as written on the command line: a field by its name in the HPA's spec, and its new value.</summary>
internal sealed partial record GivenChange(string Text, string Path, IReadOnlyList<FieldStep> Steps, string Value)
{
    /// <summary>What is allowed.</summary>
    public const string Forms = "FIELD=VALUE with the names of the HPA's spec, for example maxReplicas=20, behavior.scaleDown.stabilizationWindowSeconds=60, behavior.scaleDown.policies[0].value=2, metrics[cpu].target.averageUtilization=50, or null to take it away";

    // A misspelt field inside a value would otherwise be left out in silence.
    private static readonly JsonSerializerOptions Strict = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <exception cref="UsageException">Not of that form.</exception>
    public static GivenChange Parse(string text)
    {
        var (path, value) = text.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : ("", "");
        var steps = Dot().Split(path.StartsWith("spec.", StringComparison.Ordinal) ? path[5..] : path).Select(s => Step().Match(s)).ToList();
        return value.Length > 0 && steps.TrueForAll(m => m.Success)
            ? new(text, path, [.. steps.Select(m => new FieldStep(m.Groups["name"].Value, m.Groups["element"] is { Success: true } e ? e.Value : null))], value)
            : throw new UsageException($"--set: '{text}' is not allowed; give {Forms}.");
    }

    /// <summary>Makes the change.</summary>
    /// <exception cref="UsageException">There is no such field, or it takes no such value.</exception>
    public ChangedField Apply(V2HorizontalPodAutoscaler autoscaler)
    {
        try
        {
            var owner = Steps.SkipLast(1).Aggregate((object)autoscaler.Spec, (current, step) => step.Into(current));
            if (Steps[^1].Element is not null)
            {
                throw new FormatException($"'{Path}' is an element of a list; name a field of it");
            }

            var property = Steps[^1].On(owner);
            var before = property.GetValue(owner);
            property.SetValue(owner, Read(property.PropertyType));
            return new(Path, TextOf(before), TextOf(property.GetValue(owner)));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new UsageException($"--set: '{Text}': {e.Message.TrimEnd('.')}.");
        }
    }

    private object? Read(Type type)
    {
        if (Value == "null")
        {
            return null;
        }

        if (type == typeof(string))
        {
            return Value;
        }

        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(int))
        {
            return int.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{Value}' must be a whole number");
        }

        if (type == typeof(ResourceQuantity))
        {
            _ = Milli.Parse(Value);
            return new ResourceQuantity(Value);
        }

        return FromJson(type);
    }

    private object? FromJson(Type type)
    {
        try
        {
            // Lists of the API hold no null, which the types would let through.
            return JsonNode.Parse(Value) is { } node && !HasHole(node) ? node.Deserialize(type, Strict) : throw new FormatException($"'{Value}' has a null in a list");
        }
        catch (JsonException e)
        {
            throw new FormatException($"'{Value}' must be JSON of the field's form ({e.Message.Split(" Path:")[0].TrimEnd('.')})");
        }
    }

    private static bool HasHole(JsonNode node) => node switch
    {
        JsonArray list => list.Any(e => e is null || HasHole(e)),
        JsonObject fields => fields.Any(f => f.Value is { } value && HasHole(value)),
        _ => false,
    };

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string or int or ResourceQuantity => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => KubernetesJson.Serialize(value),
    };

    // Names of metrics may have dots of their own.
    [GeneratedRegex(@"\.(?![^\[]*\])", RegexOptions.CultureInvariant)]
    private static partial Regex Dot();

    [GeneratedRegex(@"^(?<name>[a-zA-Z]+)(?:\[(?<element>[^\[\]]+)\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
