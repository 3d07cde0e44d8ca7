using System.Text.RegularExpressions;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>
/// Masks what a load test measures of this machine: latencies, and when exactly it looked. What was due, sent, answered, predicted and judged
/// follows from the arguments and stays, and so do the limits.
/// </summary>
internal static partial class MeasuredFigures
{
    public static string Mask(string output) => Columns().Replace(
        Folders().Replace(Spans().Replace(Properties().Replace(Milliseconds().Replace(output, "N ms"), "\"$1\":${2}N"), "\"lasted\":$1\"N\""), "TIME-$1"),
        "   ");

    // p99 latency   passed   3.21 ms   at most 1000 ms
    [GeneratedRegex(@"(?<!at most )(?<![\d.])\d+(\.\d+)? ms\b")]
    private static partial Regex Milliseconds();

    // "p99": 3.21, and of a look "seconds": 3.1
    [GeneratedRegex(@"""(mean|p50|p90|p95|p99|p999|max|worstMilliseconds|succeededPerSecond|seconds)"":( ?)\d+(\.\d+)?")]
    private static partial Regex Properties();

    [GeneratedRegex(@"""lasted"":( ?)""[^""]*""")]
    private static partial Regex Spans();

    // A report's folder: 20260301-120000-dev
    [GeneratedRegex(@"\d{8}-\d{6}-(\w+)")]
    private static partial Regex Folders();

    // Columns are as wide as their widest figure.
    [GeneratedRegex(@"(?<=\S) {3,}")]
    private static partial Regex Columns();
}
