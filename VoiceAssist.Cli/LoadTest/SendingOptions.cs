using System.CommandLine;
using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest;

/// <summary>The options that say how a load is sent.</summary>
internal sealed class SendingOptions
{
    public const string Speech = "speech";
    public const string Text = "text";

    private readonly Option<int> _seed = new("--seed") { HelpName = "N", Description = "The same seed gives the same arrivals.", DefaultValueFactory = _ => 1 };
    private readonly Option<double> _jitter = new("--jitter") { HelpName = "SHARE", Description = "By which part of the distance between two requests each comes early or late, 0 to 1.", DefaultValueFactory = _ => 0.1 };
    private readonly Option<string> _jobKind = new("--job-kind") { HelpName = "KIND", Description = "What jobs are: speech (commands of 2 s, of which a core recognizes about eight per second) or text (which costs a worker next to nothing: a flood of it tests queue and gateway).", DefaultValueFactory = _ => Speech };

    public SendingOptions() => _jobKind.AcceptOnlyFromAmong(Speech, Text);

    public void AddTo(Command command)
    {
        command.Add(_seed);
        command.Add(_jitter);
        command.Add(_jobKind);
    }

    /// <exception cref="UsageException">The jitter is not allowed.</exception>
    public LoadOptions Of(ParseResult parsed) => parsed.GetValue(_jitter) is >= 0 and <= 1 and var jitter
        ? new() { Seed = parsed.GetValue(_seed), Jitter = jitter, Speech = parsed.GetValue(_jobKind) == Speech }
        : throw new UsageException("--jitter: allowed is 0 to 1.");
}
