using System.Globalization;
using System.Text.RegularExpressions;
using VoiceAssist.Autoscaling.Workloads;
using VoiceAssist.Cli.Recorded;

namespace VoiceAssist.Cli.Simulate;

/// <summary>A load as written on the command line.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Load">The load, in requests or jobs per second.</param>
/// <param name="Duration">How much time is simulated.</param>
/// <param name="Rises">When it rises first; null when it never does, or not at one time.</param>
/// <param name="Falls">When it falls first after that; null when it never does, or not at one time.</param>
internal sealed partial record GivenLoad(string Text, Load Load, TimeSpan Duration, TimeSpan? Rises = null, TimeSpan? Falls = null)
{
    /// <summary>What is allowed.</summary>
    public const string Forms = """
        constant:50, step:10->400@5m, step:10->400@5m..20m (and back), ramp:10->400@5m..20m, spike:60->420@4m/12m (4 minutes in every 12), daily:20->300@14h (night, peak, and when the peak is), csv:FILE (lines of time,rate) or prometheus:FILE (the answer of query_range), in requests (or jobs) per second
        """;

    private const double Highest = 1_000_000;
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <param name="text">What was given.</param>
    /// <param name="duration">How much time to simulate; null for half an hour, a day, or as long as the recording is.</param>
    /// <param name="folder">What paths are relative to.</param>
    /// <exception cref="UsageException">None of <see cref="Forms"/>, times that contradict each other, or a file that cannot be read.</exception>
    public static GivenLoad Parse(string text, TimeSpan? duration, string folder)
    {
        var kind = text.Split(':')[0];
        var rest = text[Math.Min(text.Length, kind.Length + 1)..];
        return (kind, Constant().Match(rest), Shape().Match(rest)) switch
        {
            ("constant", { Success: true } match, _) => new(text, new ConstantLoad(Rate(text, match.Groups["rate"])), duration ?? Usual),
            ("step" or "ramp", _, { Success: true } match) when match.Groups["sep"].Value != "/" && match.Groups["first"].Success => Change(text, kind, match, duration ?? Usual),
            ("spike", _, { Success: true } match) when match.Groups["sep"].Value == "/" => Spike(text, match, duration ?? Usual),
            ("daily", _, { Success: true } match) when !match.Groups["sep"].Success => Daily(text, match, duration ?? TimeSpan.FromHours(24)),
            ("csv", _, _) when rest.Length > 0 => Replay(text, RecordedFile.Csv("--load", Path.GetFullPath(rest, folder)), duration),
            ("prometheus", _, _) when rest.Length > 0 => Replay(text, RecordedFile.Prometheus("--load", Path.GetFullPath(rest, folder)), duration),
            _ => throw Wrong(text, "is not a load"),
        };
    }

    private static GivenLoad Change(string text, string kind, Match match, TimeSpan duration)
    {
        var (before, after, from) = (Rate(text, match.Groups["before"]), Rate(text, match.Groups["after"]), Time(text, match.Groups["first"]));
        TimeSpan? to = match.Groups["second"] is { Success: true } end ? Time(text, end) : null;
        if (from >= duration || to <= from)
        {
            throw Wrong(text, $"must begin within the {Autoscaling.Quantities.Duration.From(duration)} that are simulated, and end after its begin");
        }

        if (kind == "ramp")
        {
            var ramp = new RampLoad(before, after, from, to ?? throw Wrong(text, "is a ramp without an end"));
            return new(text, ramp, duration, after > before ? from : null, after < before ? from : null);
        }

        var step = new StepLoad(before, after, from, to ?? TimeSpan.MaxValue);
        return after > before ? new(text, step, duration, from, to) : after < before ? new(text, step, duration, to, from) : new(text, step, duration);
    }

    private static GivenLoad Spike(string text, Match match, TimeSpan duration)
    {
        var (low, high, lasting, every) = (Rate(text, match.Groups["before"]), Rate(text, match.Groups["after"]), Time(text, match.Groups["first"]), Time(text, match.Groups["second"]));
        return lasting <= TimeSpan.Zero || lasting >= every || every >= duration
            ? throw Wrong(text, $"must last shorter than it takes to the next, and come within the {Autoscaling.Quantities.Duration.From(duration)} that are simulated")
            : new(text, new SpikeLoad(low, high, every, lasting), duration, high > low ? every : null, high > low ? every + lasting : null);
    }

    private static GivenLoad Daily(string text, Match match, TimeSpan duration)
    {
        var (night, peak) = (Rate(text, match.Groups["before"]), Rate(text, match.Groups["after"]));
        return new(text, match.Groups["first"] is { Success: true } hour ? new DailyCycleLoad(night, peak, Time(text, hour).TotalHours) : new DailyCycleLoad(night, peak), duration);
    }

    private static GivenLoad Replay(string text, IReadOnlyList<LoadPoint> points, TimeSpan? duration)
    {
        if (points.Any(p => p.PerSecond > Highest))
        {
            throw Wrong(text, $"holds a rate above {Highest:0} per second");
        }

        var replay = new ReplayLoad(points);
        return new(text, replay, duration ?? GivenTime.Fit(replay.End));
    }

    [GeneratedRegex(@"^(?<rate>\d+(?:\.\d+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    [GeneratedRegex(@"^(?<before>\d+(?:\.\d+)?)->(?<after>\d+(?:\.\d+)?)(?:@(?<first>\w+)(?:(?<sep>\.\.|/)(?<second>\w+))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    private static double Rate(string text, Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture) is <= Highest and var rate
        ? rate
        : throw Wrong(text, $"has a rate above {Highest:0} per second");

    private static TimeSpan Time(string text, Group group) =>
        Autoscaling.Quantities.Duration.TryParse(group.Value, out var time) ? time.ToTimeSpan() : throw Wrong(text, $"has '{group.Value}' where a time such as 90s or 5m is allowed");

    private static UsageException Wrong(string text, string what) => new($"--load: '{text}' {what}; allowed are {Forms}.");
}
