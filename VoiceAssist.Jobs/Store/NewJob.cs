using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Store;

/// <summary>A job about to be accepted.</summary>
/// <param name="Id">Version 7, so that ids sort by time.</param>
/// <param name="Kind">Which handler is to run it.</param>
/// <param name="Payload">JSON text in the kind's own shape.</param>
/// <param name="CreatedAt">Now; it is due at once.</param>
/// <param name="Trace">Where the run's span hangs on.</param>
public sealed record NewJob(Guid Id, string Kind, string Payload, DateTimeOffset CreatedAt, TraceContext Trace);
