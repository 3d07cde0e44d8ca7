using System.Globalization;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>Decides what a run's result means for its job.</summary>
internal static class RunEnding
{
    /// <param name="job">The run.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="limits">The kind's.</param>
    /// <param name="now">The time.</param>
    /// <param name="random">For the jitter of a retry, 0 to 1.</param>
    /// <returns>What is to be written; null when the job is no longer ours and nothing may be.</returns>
    public static Closing? Of(ClaimedJob job, RunResult result, KindLimits limits, DateTimeOffset now, double random) => result switch
    {
        RunResult.Success { Output: var output } => new(job, JobState.Succeeded, now) { Result = output.Json, Files = output.Files },
        RunResult.Failure { IsFinal: true, Reason: var reason } => GivenUp(job, reason, now),
        RunResult.Failure { Reason: var reason } => Retried(job, reason, limits, now, random),
        RunResult.Stopped { Reason: StopReason.Timeout } => Retried(job, TimeoutText(limits), limits, now, random),
        RunResult.Stopped { Reason: StopReason.Cancelled } => new(job, JobState.Cancelled, now),
        RunResult.Stopped { Reason: StopReason.CutOff } => HandedBack(job, now),
        _ => null,
    };

    /// <summary>The job keeps its place: it did nothing wrong.</summary>
    public static Closing HandedBack(ClaimedJob job, DateTimeOffset now) =>
        new(job, JobState.Queued, now) { Detail = "Handed back: its worker had to stop." };

    public static Closing GivenUp(ClaimedJob job, string reason, DateTimeOffset now) =>
        new(job, JobState.Failed, now) { Reason = reason, Detail = reason };

    private static Closing Retried(ClaimedJob job, string reason, KindLimits limits, DateTimeOffset now, double random)
    {
        var failures = job.Failures + 1;
        return failures > limits.MaxRetries
            ? GivenUp(job, reason, now)
            : new(job, JobState.Queued, now)
            {
                Reason = reason,
                Detail = reason,
                DueAt = now + RetryBackoff.After(limits, failures, random),
            };
    }

    private static string TimeoutText(KindLimits limits) => string.Create(CultureInfo.InvariantCulture,
        $"The run took longer than the {limits.Timeout.TotalSeconds} s that a job of its kind has.");
}
