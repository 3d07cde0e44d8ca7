using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>How one run ends in the record.</summary>
/// <param name="Job">The run.</param>
/// <param name="State">Where the job stands from now on: in a final state, or waiting again.</param>
/// <param name="At">Now.</param>
internal sealed record Closing(ClaimedJob Job, JobState State, DateTimeOffset At)
{
    /// <summary>JSON text, when it succeeded.</summary>
    public string? Result { get; init; }

    /// <summary>Why the run failed, fit for clients to read.</summary>
    public string? Reason { get; init; }

    /// <summary>What the history says.</summary>
    public string? Detail { get; init; }

    /// <summary>When it may run again; absent when it keeps its place.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public IReadOnlyList<JobFile> Files { get; init; } = [];

    /// <summary>Whether the run counts against the limit of retries.</summary>
    public bool IsFailure => Reason is not null;

    public WaitingJob Waiting => DueAt is { } due ? Job.Waiting with { DueAt = due } : Job.Waiting;

    /// <summary>Bytes that it adds to a statement, roughly.</summary>
    public long Size => 500 + (Result?.Length ?? 0) + Files.Sum(file => file.Content.LongLength);
}
