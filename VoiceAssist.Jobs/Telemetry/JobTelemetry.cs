using System.Diagnostics;
using System.Diagnostics.Metrics;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Telemetry;

/// <summary>Spans and metrics of jobs, under the names in <see cref="Metrics"/>.</summary>
internal sealed class JobTelemetry
{
    /// <summary>Writes a span for each submission and each run.</summary>
    public static readonly ActivitySource Source = new(TelemetryNames.Jobs);

    /// <summary>Upper bounds in seconds: from a fast command up to a long transcription.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    };

    private readonly Counter<long> _jobs;
    private readonly Counter<long> _retried;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;

    public JobTelemetry(IMeterFactory meters)
    {
        Meter = meters.Create(TelemetryNames.Jobs);
        _jobs = Meter.CreateCounter<long>(Metrics.Jobs.Instrument, Metrics.Jobs.Unit, "Runs that ended.");
        _retried = Meter.CreateCounter<long>(
            Metrics.JobsRetried.Instrument, Metrics.JobsRetried.Unit, "Runs that failed and will be followed by another one.");
        _duration = Meter.CreateHistogram(
            Metrics.JobDuration.Instrument, Metrics.JobDuration.Unit, "From claim to close.", null, Seconds);
        _wait = Meter.CreateHistogram(
            Metrics.JobWait.Instrument, Metrics.JobWait.Unit, "From due to the run's begin.", null, Seconds);
    }

    public Meter Meter { get; }

    /// <summary>Shows a kind's dead letters while there is none: a series that begins with its first one has no increase, and an alert on it misses that one.</summary>
    /// <param name="kind">As for <see cref="Begin"/>.</param>
    public void Announce(string kind) => _jobs.Add(0, Kind(kind), new KeyValuePair<string, object?>("outcome", Processing.Outcome.Failed));

    /// <param name="kind">A kind that has a handler, or a fixed word: labels must stay few.</param>
    /// <param name="waited">From due to the run's begin.</param>
    public void Begin(string kind, TimeSpan waited) => _wait.Record(waited.TotalSeconds, Kind(kind));

    /// <param name="kind">As for <see cref="Begin"/>.</param>
    /// <param name="outcome">One of <see cref="Processing.Outcome"/>.</param>
    /// <param name="took">From claim to close.</param>
    public void End(string kind, string outcome, TimeSpan took)
    {
        _jobs.Add(1, Kind(kind), new KeyValuePair<string, object?>("outcome", outcome));
        _duration.Record(took.TotalSeconds, Kind(kind));
        if (outcome == Processing.Outcome.Retried)
        {
            _retried.Add(1, Kind(kind));
        }
    }

    /// <summary>Counts a job that ended with its worker: nobody is left who knows of a run.</summary>
    /// <param name="kind">As for <see cref="Begin"/>.</param>
    /// <param name="outcome">One of <see cref="Processing.Outcome"/>.</param>
    public void EndLost(string kind, string outcome) => _jobs.Add(1, Kind(kind), new KeyValuePair<string, object?>("outcome", outcome));

    private static KeyValuePair<string, object?> Kind(string kind) => new("kind", kind);
}
