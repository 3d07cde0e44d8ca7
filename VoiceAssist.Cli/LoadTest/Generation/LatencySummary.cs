using HdrHistogram;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>Latencies in milliseconds.</summary>
internal sealed record LatencySummary(double Mean, double P50, double P90, double P95, double P99, double P999, double Max)
{
    public static LatencySummary Of(HistogramBase microseconds) => microseconds.TotalCount == 0
        ? new(0, 0, 0, 0, 0, 0, 0)
        : new(
            Math.Round(microseconds.GetMean() / 1000, 3),
            At(microseconds, 50),
            At(microseconds, 90),
            At(microseconds, 95),
            At(microseconds, 99),
            At(microseconds, 99.9),
            At(microseconds, 100));

    private static double At(HistogramBase microseconds, double percentile) => microseconds.GetValueAtPercentile(percentile) / 1000.0;
}
