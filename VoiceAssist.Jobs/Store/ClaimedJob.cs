using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Store;

/// <summary>A job that this process has claimed, and nobody else can run until its lease ends.</summary>
/// <param name="Id">The job.</param>
/// <param name="Attempt">The run's number, 1 for the first. It fences the close: only the latest run may write.</param>
/// <param name="Kind">Which handler is to run it.</param>
/// <param name="Payload">JSON text in the kind's own shape.</param>
/// <param name="Speak">Whether the client wants the answer spoken.</param>
/// <param name="Failures">How many runs have failed before.</param>
/// <param name="Waiting">Its place in the queue, should it have to go back.</param>
/// <param name="StartedAt">When it was claimed.</param>
/// <param name="Trace">The span that submitted it.</param>
internal sealed record ClaimedJob(
    Guid Id, int Attempt, string Kind, string Payload, bool Speak, int Failures, WaitingJob Waiting, DateTimeOffset StartedAt, TraceContext Trace);
