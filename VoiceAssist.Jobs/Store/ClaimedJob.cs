using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Store;

/// <summary>A job that this process has claimed, and nobody else can run.</summary>
/// <param name="Id">The job.</param>
/// <param name="Attempt">The run's number, 1 for the first. It fences the close: only the latest run may write.</param>
/// <param name="Kind">Which handler is to run it.</param>
/// <param name="Payload">JSON text in the kind's own shape.</param>
/// <param name="DueAt">Since when it could have run.</param>
/// <param name="StartedAt">When it was claimed.</param>
/// <param name="Trace">The span that submitted it.</param>
public sealed record ClaimedJob(
    Guid Id, int Attempt, string Kind, string Payload, DateTimeOffset DueAt, DateTimeOffset StartedAt, TraceContext Trace);
