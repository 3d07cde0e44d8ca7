using System.CommandLine;
using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest;

/// <summary>The options that say how a load is sent.</summary>
internal sealed class SendingOptions
{
    private readonly Option<int> _seed = new("--seed") { HelpName = "N", Description = "The same seed gives the same arrivals.", DefaultValueFactory = _ => 1 };
    private readonly Option<double> _jitter = new("--jitter") { HelpName = "SHARE", Description = "By which part of the distance between two requests each comes early or late, 0 to 1.", DefaultValueFactory = _ => 0.1 };
    private readonly Option<bool> _speech = new("--speech") { Description = "Jobs are spoken commands (2 s each), which the worker has to recognize, rather than text, which costs it next to nothing. A core does about eight per second." };

    public void AddTo(Command command)
    {
        command.Add(_seed);
        command.Add(_jitter);
        command.Add(_speech);
    }

    /// <exception cref="UsageException">The jitter is not allowed.</exception>
    public LoadOptions Of(ParseResult parsed) => parsed.GetValue(_jitter) is >= 0 and <= 1 and var jitter
        ? new() { Seed = parsed.GetValue(_seed), Jitter = jitter, Speech = parsed.GetValue(_speech) }
        : throw new UsageException("--jitter: allowed is 0 to 1.");
}
