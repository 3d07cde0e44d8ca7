namespace VoiceAssist.Cli.Output;

/// <summary>What a text means, for its colour.</summary>
internal enum Tone
{
    Plain,
    Good,
    Notable,
    Bad,
    Quiet,
}
