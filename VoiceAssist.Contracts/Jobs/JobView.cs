using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceAssist.Contracts;

/// <summary>What a client sees of a job.</summary>
public sealed record JobView
{
    public required Guid Id { get; init; }

    /// <summary>One of <see cref="JobKinds"/>.</summary>
    public required string Kind { get; init; }

    public required JobState State { get; init; }

    public JobPriority Priority { get; init; }

    /// <summary>When the job was accepted, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to run before, UTC; after a failed run, when the next one may begin.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When the latest run began, UTC; absent before the first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the job reached a final state, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many runs have begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>What the kind's handler returned, once <see cref="JobState.Succeeded"/>.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>When the client asked to call it off, UTC; a run heeds that as soon as it can.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    /// <summary>Why the job failed, or its latest run, fit for clients to read.</summary>
    public string? Reason { get; init; }

    /// <summary>Whose it is; the gateway shows a job to its client alone.</summary>
    [JsonIgnore]
    public string? Client { get; init; }
}
