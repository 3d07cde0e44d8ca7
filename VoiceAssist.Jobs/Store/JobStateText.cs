using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>States as the column <c>jobs.state</c> spells them.</summary>
internal static class JobStateText
{
    public static string Of(JobState state) => state switch
    {
        JobState.Queued => "queued",
        JobState.Running => "running",
        JobState.Succeeded => "succeeded",
        JobState.Failed => "failed",
        JobState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A job's state must be one of the five."),
    };

    public static JobState Parse(string text) => text switch
    {
        "queued" => JobState.Queued,
        "running" => JobState.Running,
        "succeeded" => JobState.Succeeded,
        "failed" => JobState.Failed,
        "cancelled" => JobState.Cancelled,
        _ => throw new InvalidOperationException($"jobs.state must be queued, running, succeeded, failed or cancelled, but was '{text}'."),
    };
}
