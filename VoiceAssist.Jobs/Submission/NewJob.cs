using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Submission;

/// <summary>What is asked for.</summary>
public sealed record NewJob
{
    /// <summary>Which handler is to run it, one of <see cref="JobKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON text in the kind's own shape, without the escape <c>\u0000</c>, which Postgres refuses.</summary>
    public required string Payload { get; init; }

    /// <summary>Whose it is: the name of the API key's owner. Absent, it is nobody's.</summary>
    public string? Client { get; init; }

    public JobPriority Priority { get; init; }

    /// <summary>Not to run before.</summary>
    /// <value>Absent: at once.</value>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Lets the client ask again without getting a second job.</summary>
    public IdempotencyKey? Idempotency { get; init; }

    /// <summary>Whether the client wants the answer spoken as well.</summary>
    public bool Speak { get; init; }

    /// <summary>A recording, stored under <see cref="JobFileNames.Audio"/>.</summary>
    public JobFile? Audio { get; init; }
}
