using k8s.Models;

namespace VoiceAssist.Autoscaling.Validation;

/// <summary>The API server's rules for a reference to another object.</summary>
internal static class ReferenceRules
{
    /// <summary>Checks kind, name and apiVersion.</summary>
    /// <param name="errors">Where errors go.</param>
    /// <param name="path">The reference's field.</param>
    /// <param name="reference">The reference; null counts as an empty one.</param>
    /// <param name="coreGroup">Whether the object may be of the core group, whose apiVersion has no group (rule since 1.35).</param>
    public static void Check(FieldErrors errors, string path, V2CrossVersionObjectReference? reference, bool coreGroup)
    {
        CheckSegment(errors, $"{path}.kind", reference?.Kind);
        CheckSegment(errors, $"{path}.name", reference?.Name);
        var version = reference?.ApiVersion ?? "";
        var slashes = version == "/" ? 0 : version.Count(c => c == '/');
        if (slashes > 1)
        {
            errors.Invalid($"{path}.apiVersion", version, $"unexpected GroupVersion string: {version}");
        }
        else if (!coreGroup && version.IndexOf('/', StringComparison.Ordinal) <= 0)
        {
            errors.Invalid($"{path}.apiVersion", version, "apiVersion must specify API group");
        }
    }

    private static void CheckSegment(FieldErrors errors, string path, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Required(path, "");
        }
        else
        {
            NameRules.PathSegment(errors, path, value);
        }
    }
}
