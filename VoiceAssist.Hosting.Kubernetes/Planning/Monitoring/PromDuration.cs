using System.Globalization;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>Durations as Prometheus takes them.</summary>
internal static class PromDuration
{
    /// <summary>Whole minutes as <c>15m</c>, everything else as <c>90s</c>.</summary>
    public static string Of(TimeSpan time) => time.Ticks % TimeSpan.TicksPerMinute == 0 && time > TimeSpan.Zero
        ? string.Create(CultureInfo.InvariantCulture, $"{time.Ticks / TimeSpan.TicksPerMinute}m")
        : Seconds(time);

    /// <summary>As <c>60s</c>, the way an interval is usually given.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)}s");
}
