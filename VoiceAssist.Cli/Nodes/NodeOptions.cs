using System.CommandLine;
using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Cli.Nodes;

/// <summary>The options that say what a node does not give to workloads.</summary>
internal sealed class NodeOptions
{
    // What AKS, EKS and GKE keep of a node of common size, roughly; and a few daemon sets.
    private readonly Option<string> _reserved = new("--node-reserved") { Description = "What system and kubelet keep of each node: a share as 6%, or CPU/MEMORY as 300m/1Gi.", DefaultValueFactory = _ => "6%", HelpName = "AMOUNT" };
    private readonly Option<int> _daemonPods = new("--daemon-pods") { Description = "Daemon pods on each node.", DefaultValueFactory = _ => 6, HelpName = "N" };
    private readonly Option<string> _daemonRequests = new("--daemon-requests") { Description = "What they request together, as 300m/512Mi.", DefaultValueFactory = _ => "0/0", HelpName = "CPU/MEMORY" };
    private readonly Option<int> _maxPods = new("--max-pods") { Description = "The most pods of a node, the kubelet's maxPods.", DefaultValueFactory = _ => 110, HelpName = "N" };

    public void AddTo(Command command)
    {
        command.Add(_reserved);
        command.Add(_daemonPods);
        command.Add(_daemonRequests);
        command.Add(_maxPods);
    }

    /// <exception cref="UsageException">Something is not allowed; the message says what is.</exception>
    public NodeOverhead Read(ParseResult parsed)
    {
        var (share, reserved) = Reserved(parsed.GetRequiredValue(_reserved));
        return new(
            share,
            reserved,
            Number("--daemon-pods", parsed.GetValue(_daemonPods), 0, 1000),
            GivenAmounts.Parse("--daemon-requests", parsed.GetRequiredValue(_daemonRequests)),
            Number("--max-pods", parsed.GetValue(_maxPods), 1, 10_000));
    }

    private static (double? Share, ResourceAmounts Amounts) Reserved(string text) =>
        text.EndsWith('%') && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? (percent / 100, ResourceAmounts.Zero)
        : GivenAmounts.TryParse(text) is { } amounts ? (null, amounts)
        : throw new UsageException($"--node-reserved: '{text}' is not allowed; give a share from 0% to 100%, or CPU/MEMORY as 300m/1Gi.");

    private static int Number(string option, int given, int least, int most) => given >= least && given <= most
        ? given
        : throw new UsageException($"{option}: {given} is not allowed; give {least} to {most}.");
}
