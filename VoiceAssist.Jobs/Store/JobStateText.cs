using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>States as the column <c>jobs.state</c> spells them.</summary>
internal static class JobStateText
{
    public static JobState Parse(string text) => text switch
    {
        "queued" => JobState.Queued,
        "running" => JobState.Running,
        "succeeded" => JobState.Succeeded,
        "failed" => JobState.Failed,
        _ => throw new InvalidOperationException($"jobs.state must be queued, running, succeeded or failed, but was '{text}'."),
    };
}
