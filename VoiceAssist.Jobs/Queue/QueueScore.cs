using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Queue;

/// <summary>
/// A job's place in the sorted set: priority first, then since when it is due, in Unix milliseconds. A score is a double and exact
/// up to 2^53; both parts stay far below that.
/// </summary>
internal static class QueueScore
{
    /// <summary>Where batch jobs begin: the year 5138 in milliseconds, so no interactive job comes so far.</summary>
    public const double BatchFloor = 1e14;

    public static double Of(WaitingJob job) =>
        job.DueAt.ToUnixTimeMilliseconds() + (job.Priority == JobPriority.Batch ? BatchFloor : 0);

    /// <returns>Since when the job with this score is due.</returns>
    public static DateTimeOffset DueAt(double score) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(score >= BatchFloor ? score - BatchFloor : score));
}
