using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Submission;

/// <summary>A request on its way into the record.</summary>
/// <param name="Id">Version 7, so that ids sort by time.</param>
/// <param name="Job">What is asked for.</param>
/// <param name="At">Now.</param>
/// <param name="Trace">Where the run's span hangs on.</param>
internal sealed record SubmittedJob(Guid Id, NewJob Job, DateTimeOffset At, TraceContext Trace)
{
    private readonly TaskCompletionSource<Guid> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset DueAt { get; } = Job.DueAt is { } due && due > At ? due.ToUniversalTime() : At;

    /// <summary>Null without a key: then nobody compares.</summary>
    public byte[]? ContentHash { get; } = Job.Idempotency is null ? null : Submission.ContentHash.Of(Job);

    /// <summary>Bytes that it adds to a statement, roughly.</summary>
    public long Size => 1_000 + Job.Payload.Length + (Job.Audio?.Content.LongLength ?? 0);

    public WaitingJob Waiting => new(Id, Job.Priority, DueAt);

    /// <summary>The id under which the job is in the record: its own, or that of the request before.</summary>
    public Task<Guid> Answer => _answer.Task;

    public void Accept(Guid id) => _answer.TrySetResult(id);

    public void Refuse(Exception reason) => _answer.TrySetException(reason);

    public JobView View() => new()
    {
        Id = Id,
        Kind = Job.Kind,
        State = JobState.Queued,
        Priority = Job.Priority,
        CreatedAt = At,
        DueAt = DueAt,
        Attempts = 0,
    };
}
