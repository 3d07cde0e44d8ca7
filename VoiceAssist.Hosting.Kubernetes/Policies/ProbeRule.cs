using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A probe.</summary>
public sealed record ProbeRule
{
    /// <value>The path of an HTTP GET; null for a command.</value>
    public string? Path { get; private init; }

    /// <value>The endpoint that is asked. Default: <c>http</c>.</value>
    public string Endpoint { get; init; } = "http";

    /// <value>The command that is executed in the container; empty for an HTTP GET.</value>
    public IReadOnlyList<string> Command { get; private init; } = [];

    /// <value>How often.</value>
    public required TimeSpan Period { get; init; }

    /// <value>After how many failures in a row it counts as failed. Default 3.</value>
    public int Failures { get; init; } = 3;

    /// <value>How long an answer may take. Default 1 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>Why.</value>
    public string? Because { get; init; }

    /// <value>Where it was written.</value>
    public SourceLocation At { get; private init; }

    /// <summary>How long it may fail before it counts.</summary>
    public TimeSpan Budget => Period * Failures;

    /// <summary>Asks a path.</summary>
    public static ProbeRule Get(string path, TimeSpan every, int failures, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new()
    {
        Path = path.StartsWith('/') ? path : throw new ArgumentException($"The probe's path '{path}' must begin with '/'.", nameof(path)),
        Period = Whole(every),
        Failures = Positive(failures),
        Because = because,
        At = new(file, line),
    };

    /// <summary>Executes a command in the container.</summary>
    public static ProbeRule Exec(IReadOnlyList<string> command, TimeSpan every, int failures, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new()
    {
        Command = command.Count > 0 ? command : throw new ArgumentException("The probe's command is empty.", nameof(command)),
        Period = Whole(every),
        Failures = Positive(failures),
        Because = because,
        At = new(file, line),
    };

    private static TimeSpan Whole(TimeSpan time) => time >= TimeSpan.FromSeconds(1) && time.Ticks % TimeSpan.TicksPerSecond == 0
        ? time
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A probe's period is a whole number of seconds, at least 1.");

    private static int Positive(int failures) => failures > 0
        ? failures
        : throw new ArgumentOutOfRangeException(nameof(failures), failures, "A probe needs at least one failure to count as failed.");
}
