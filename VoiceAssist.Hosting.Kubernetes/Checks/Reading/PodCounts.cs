using System.Globalization;
using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>Kubernetes' numbers or percentages of pods.</summary>
internal static class PodCounts
{
    /// <summary>The value; null where there is none, or none that Kubernetes would take.</summary>
    public static IntOrPercent? Read(IntOrString? value)
    {
        var text = value?.ToString() ?? "";
        var digits = text.EndsWith('%') ? text[..^1] : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? IntOrPercent.Parse(text) : null;
    }
}
