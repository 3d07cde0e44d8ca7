using System.Globalization;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>Reads Prometheus' text format as far as autoscalers look at it.</summary>
internal static class PrometheusText
{
    /// <summary>The values of all series of a name.</summary>
    public static IEnumerable<double> Values(string text, string name)
    {
        // voiceassist_queue_depth{queue="default"} 3 1764000000000
        foreach (var line in text.Split('\n'))
        {
            if (!line.StartsWith(name, StringComparison.Ordinal) || line.Length <= name.Length || line[name.Length] is not ('{' or ' '))
            {
                continue;
            }

            var rest = line[name.Length] == '{' ? line[(line.LastIndexOf('}') + 1)..] : line[name.Length..];
            if (rest.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var value, ..] && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                yield return number;
            }
        }
    }
}
