namespace VoiceAssist.Contracts;

public static class JobStateExtensions
{
    /// <summary>Whether a job in this state stays in it for good, replays by an operator apart.</summary>
    public static bool IsFinal(this JobState state) => state is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
}
