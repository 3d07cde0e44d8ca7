namespace VoiceAssist.Contracts;

public static class JobStateExtensions
{
    /// <summary>Whether a job in this state stays in it for good, replays by an operator apart.</summary>
    public static bool IsFinal(this JobState state) => state is JobState.Succeeded or JobState.Failed or JobState.Cancelled;

    /// <summary>The state as the API spells it.</summary>
    public static string Name(this JobState state) => state.ToString().ToLowerInvariant();
}
