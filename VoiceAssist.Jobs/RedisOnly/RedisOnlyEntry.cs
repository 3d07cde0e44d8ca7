using System.Globalization;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>A job as the hash of open jobs holds it, for example <c>0 0 1772366400000 command {"text":"..."}</c>.</summary>
/// <param name="Failures">How many runs have failed.</param>
/// <param name="Attempts">How many runs have ended.</param>
/// <param name="DueAt">Since when it could run.</param>
/// <param name="Kind">Which handler is to run it; without spaces.</param>
/// <param name="Payload">JSON text.</param>
internal sealed record RedisOnlyEntry(int Failures, int Attempts, DateTimeOffset DueAt, string Kind, string Payload)
{
    /// <exception cref="ArgumentException">The kind holds a space, or the job asks for what this mode cannot do.</exception>
    public static RedisOnlyEntry Of(NewJob job, DateTimeOffset now) => job switch
    {
        { Kind: var kind } when kind.Contains(' ', StringComparison.Ordinal) =>
            throw new ArgumentException($"A kind of job may not hold spaces, but was '{kind}'.", nameof(job)),
        { Audio: not null } or { Idempotency: not null } or { Speak: true } =>
            throw new ArgumentException("Files, speech and idempotency keys need the record in Postgres; without it jobs are JSON only.", nameof(job)),
        _ => new RedisOnlyEntry(0, 0, job.DueAt is { } due && due > now ? due : now, job.Kind, job.Payload),
    };

    public static RedisOnlyEntry Parse(string text)
    {
        var parts = text.Split(' ', 5);
        return new RedisOnlyEntry(
            int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[2], CultureInfo.InvariantCulture)), parts[3], parts[4]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Failures} {Attempts} {DueAt.ToUnixTimeMilliseconds()} {Kind} {Payload}");
}
