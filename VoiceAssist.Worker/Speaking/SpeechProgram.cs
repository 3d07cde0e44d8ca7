namespace VoiceAssist.Worker.Speaking;

/// <summary>A program that speaks text, found at start.</summary>
/// <param name="Name">What operators call it.</param>
/// <param name="File">Its executable, or null when there is none.</param>
internal sealed record SpeechProgram(string Name, string? File)
{
    /// <summary>The name of the readiness check.</summary>
    public const string Role = "text-to-speech";

    public const string InstallHint =
        "The answer cannot be spoken: install espeak-ng or flite on the worker, for example with 'apt-get install espeak-ng'.";

    private bool IsEspeak => Name == SpeakingOptions.Espeak;

    /// <param name="options">What is wanted.</param>
    /// <param name="path">Folders to look into, separated as in PATH.</param>
    public static SpeechProgram Find(SpeakingOptions options, string? path)
    {
        string[] wanted = options.Engine switch
        {
            SpeakingOptions.Auto => [SpeakingOptions.Espeak, SpeakingOptions.Flite],
            SpeakingOptions.None => [],
            _ => [options.Engine],
        };
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return wanted.SelectMany(name => folders.Select(folder => new SpeechProgram(name, Path.Combine(folder, name))))
            .FirstOrDefault(program => System.IO.File.Exists(program.File)) ?? new SpeechProgram(SpeakingOptions.None, null);
    }

    /// <returns>The arguments that make it write a WAV file to its standard output.</returns>
    public string[] Arguments(string? voice, string text) => IsEspeak
        ? ["--stdin", "--stdout", "-v", voice ?? "en-us"]
        : ["-voice", voice ?? "slt", "-o", "/dev/stdout", "-t", text];

    /// <summary>espeak-ng reads the text; flite would read a file only.</summary>
    public string Input(string text) => IsEspeak ? text : "";
}
