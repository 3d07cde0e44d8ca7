using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Cli.Recorded;

/// <summary>A recorded series in a file: the answer of Prometheus' <c>/api/v1/query_range</c>, or lines of time and value.</summary>
internal static class RecordedFile
{
    private const int LargestFile = 64 << 20;

    /// <param name="option">The option, for messages.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It cannot be read, or is not such an answer.</exception>
    public static IReadOnlyList<LoadPoint> Prometheus(string option, string path) => Read(option, path, PrometheusRange.Read);

    /// <inheritdoc cref="Prometheus"/>
    public static IReadOnlyList<LoadPoint> Csv(string option, string path) => Read(option, path, CsvSeries.Read);

    /// <summary>CSV where the name ends in .csv, otherwise Prometheus' answer.</summary>
    /// <inheritdoc cref="Prometheus"/>
    public static IReadOnlyList<LoadPoint> Any(string option, string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Csv(option, path) : Prometheus(option, path);

    private static IReadOnlyList<LoadPoint> Read(string option, string path, Func<string, IReadOnlyList<LoadPoint>> read)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile ? read(File.ReadAllText(path)) : throw new FormatException($"larger than {LargestFile >> 20} MiB");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or OverflowException)
        {
            throw new UsageException($"{option}: '{path}': {e.Message}");
        }
    }
}
