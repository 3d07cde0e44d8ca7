using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Cli.Live;

/// <summary>What the metrics API says of one metric right now.</summary>
/// <param name="Answer">In the form that the engine takes.</param>
/// <param name="Newest">When the newest value was measured; null without one.</param>
internal sealed record MetricReading(MetricObservation Answer, DateTimeOffset? Newest)
{
    public static MetricReading Failed(string why) => new(MetricObservation.Failed(why), null);
}
