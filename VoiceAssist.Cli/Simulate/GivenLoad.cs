using System.Globalization;
using System.Text.RegularExpressions;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Cli.Simulate;

/// <summary>A load as written on the command line.</summary>
/// <param name="Load">The load, in requests per second.</param>
/// <param name="Rises">When it rises; null when it never does.</param>
/// <param name="Falls">When it falls; null when it never does.</param>
internal sealed partial record GivenLoad(Load Load, TimeSpan? Rises, TimeSpan? Falls)
{
    public const string Forms = "constant:50, step:10->400@5m, step:10->400@5m..20m (and back) or ramp:10->400@5m..20m, in requests (or jobs) per second";

    /// <exception cref="UsageException">None of <see cref="Forms"/>, or times that contradict each other.</exception>
    public static GivenLoad Parse(string text, TimeSpan duration)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            throw Wrong(text, "is not a load");
        }

        if (match.Groups["constant"] is { Success: true } constant)
        {
            return new(new ConstantLoad(Rate(constant)).AsPoisson(), null, null);
        }

        var (before, after, from) = (Rate(match.Groups["before"]), Rate(match.Groups["after"]), Time(text, match.Groups["from"]));
        TimeSpan? to = match.Groups["to"] is { Success: true } end ? Time(text, end) : null;
        if (from >= duration || to <= from)
        {
            throw Wrong(text, $"must begin within the {Duration.From(duration)} that are simulated, and end after its begin");
        }

        if (match.Groups["kind"].Value == "ramp")
        {
            var ramp = new RampLoad(before, after, from, to ?? throw Wrong(text, "is a ramp without an end"));
            return new(ramp.AsPoisson(), after > before ? from : null, after < before ? from : null);
        }

        var step = new StepLoad(before, after, from, to ?? TimeSpan.MaxValue).AsPoisson();
        return after > before ? new(step, from, to) : after < before ? new(step, to, from) : new(step, null, null);
    }

    [GeneratedRegex(@"^(?:constant:(?<constant>\d+(?:\.\d+)?)|(?<kind>step|ramp):(?<before>\d+(?:\.\d+)?)->(?<after>\d+(?:\.\d+)?)@(?<from>\w+)(?:\.\.(?<to>\w+))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    private static double Rate(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string text, Group group) =>
        Duration.TryParse(group.Value, out var time) ? time.ToTimeSpan() : throw Wrong(text, $"has '{group.Value}' where a time such as 90s or 5m is allowed");

    private static UsageException Wrong(string text, string what) => new($"--load: '{text}' {what}; allowed are {Forms}.");
}
