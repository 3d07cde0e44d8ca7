using System.CommandLine;
using System.Globalization;
using VoiceAssist.Autoscaling.Verdicts;

namespace VoiceAssist.Cli.Simulate;

/// <summary>The options that say what is expected of a run.</summary>
internal sealed class GivenObjectives
{
    private readonly Option<string?> _reactionUp = new("--max-reaction-up") { Description = "Longest time from the rise of the load until the first added pod is Ready.", HelpName = "TIME" };
    private readonly Option<string?> _reactionDown = new("--max-reaction-down") { Description = "Longest time from the end of the load until the first pod is told to stop.", HelpName = "TIME" };
    private readonly Option<string?> _backlog = new("--max-backlog") { Description = "Longest time from the rise of the load until nothing waits any more.", HelpName = "TIME" };
    private readonly Option<string?> _latency = new("--max-latency") { Description = "Highest latency in 95 % of the time.", HelpName = "TIME" };
    private readonly Option<int> _turns = new("--max-turns") { Description = "Most turns of direction within 15 minutes of the change before.", DefaultValueFactory = _ => 2, HelpName = "N" };
    private readonly Option<double> _atMaximum = new("--max-at-maximum") { Description = "Largest share of the time at the maximum with metrics asking for more.", DefaultValueFactory = _ => 10, HelpName = "PERCENT" };
    private readonly Option<double> _unserved = new("--max-unserved") { Description = "Most requests given up.", HelpName = "N" };
    private readonly Option<decimal?> _cost = new("--max-cost") { Description = "Most that the run may cost, at --vcpu-price.", HelpName = "AMOUNT" };
    private readonly Option<decimal?> _price = new("--vcpu-price") { Description = "What a requested vCPU costs per hour.", HelpName = "AMOUNT" };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _reactionUp, _reactionDown, _backlog, _latency, _turns, _atMaximum, _unserved, _cost, _price })
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">Out of range, or counted from a time that the load does not have.</exception>
    public Objectives Read(ParseResult parsed, GivenLoad load)
    {
        var price = parsed.GetValue(_price) is { } given ? Amount("--vcpu-price", given) : (decimal?)null;
        return new()
        {
            LoadRises = load.Rises,
            LoadGone = load.Falls,
            ReactionUp = Time("--max-reaction-up", parsed.GetValue(_reactionUp), load, load.Rises, "rises"),
            ReactionDown = Time("--max-reaction-down", parsed.GetValue(_reactionDown), load, load.Falls, "falls"),
            BacklogClearedWithin = Time("--max-backlog", parsed.GetValue(_backlog), load, load.Rises, "rises"),
            Latency = Time("--max-latency", parsed.GetValue(_latency), load, TimeSpan.Zero, ""),
            Flapping = (int)Number("--max-turns", parsed.GetValue(_turns), 1_000_000),
            TimeAtMaximum = Number("--max-at-maximum", parsed.GetValue(_atMaximum), 100) / 100,
            Unserved = Number("--max-unserved", parsed.GetValue(_unserved), 1e12),
            Cost = parsed.GetValue(_cost) is not { } cost ? null : price is null ? throw new UsageException("--max-cost: needs --vcpu-price, what a requested vCPU costs per hour.") : Amount("--max-cost", cost),
            PricePerVcpuHour = price ?? 0,
        };
    }

    private static TimeSpan? Time(string option, string? text, GivenLoad load, TimeSpan? counted, string change) =>
        text is null ? null
        : counted is null ? throw new UsageException($"{option}: counts from when the load {change}; {load.Text} never {change} at one time.")
        : GivenTime.Parse(option, text, TimeSpan.FromMilliseconds(1));

    private static double Number(string option, double given, double most) => given >= 0 && given <= most
        ? given
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: {given} is not allowed; give 0 to {most:0}."));

    private static decimal Amount(string option, decimal given) => given is >= 0 and <= 1_000_000_000
        ? given
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: {given} is not allowed; give 0 to 1000000000."));
}
