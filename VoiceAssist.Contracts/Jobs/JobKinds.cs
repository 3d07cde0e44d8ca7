namespace VoiceAssist.Contracts;

/// <summary>What a job can ask for; each kind has one handler in the worker.</summary>
public static class JobKinds
{
    /// <summary>Understand a text command: <see cref="CommandPayload"/> in, <see cref="CommandResult"/> out.</summary>
    public const string Command = "command";
}
