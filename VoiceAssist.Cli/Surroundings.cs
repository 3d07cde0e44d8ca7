namespace VoiceAssist.Cli;

/// <summary>What a command has around it: texts in and out, variables, the folder it was started in, and the time.</summary>
internal sealed record Surroundings
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <value>Where answers to questions come from. Default: nothing.</value>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <value>Whether a person reads and can answer. Default: no.</value>
    public bool IsInteractive { get; init; }

    /// <value>Whether the output is a terminal, where tables and colours are of use. Default: no.</value>
    public bool IsTerminal { get; init; }

    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public string Folder { get; init; } = Environment.CurrentDirectory;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <value>The first pause before a request is repeated; each further one is twice as long. Default 200 ms.</value>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <value>How often something that takes its time is looked at. Default 1 s.</value>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The process' own.</summary>
    public static Surroundings OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Input = Console.In,
        IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        IsTerminal = !Console.IsOutputRedirected,
    };
}
