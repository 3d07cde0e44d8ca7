namespace VoiceAssist.Contracts;

/// <summary>Files that a job can carry.</summary>
public static class JobFileNames
{
    /// <summary>What the client sent.</summary>
    public const string Audio = "audio";

    /// <summary>What the assistant says, spoken.</summary>
    public const string Speech = "speech";
}
