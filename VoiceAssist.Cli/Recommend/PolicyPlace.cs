namespace VoiceAssist.Cli.Recommend;

/// <summary>Where a figure is written.</summary>
/// <param name="File">The policy's file, relative to the folder of the command where that is shorter.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record PolicyPlace(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
