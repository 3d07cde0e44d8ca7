using System.Text.Json;

namespace VoiceAssist.Contracts;

/// <summary>What a client sees of a job.</summary>
public sealed record JobView
{
    public required Guid Id { get; init; }

    /// <summary>One of <see cref="JobKinds"/>.</summary>
    public required string Kind { get; init; }

    public required JobState State { get; init; }

    /// <summary>When the job was accepted, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the latest run began, UTC; absent before the first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the job reached a final state, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many runs have begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>What the kind's handler returned, once <see cref="JobState.Succeeded"/>.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Why the job failed, fit for clients to read, once <see cref="JobState.Failed"/>.</summary>
    public string? Reason { get; init; }
}
