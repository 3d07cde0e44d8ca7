namespace VoiceAssist.Cli;

/// <summary>What the program's end tells its caller.</summary>
internal static class ExitCodes
{
    public const int Met = 0;
    public const int NotMet = 1;
    public const int WrongUsage = 2;

    /// <summary>128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;
}
