using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>The rate of a load over time: stages one after the other, then nothing. Times are the cluster's.</summary>
internal sealed record LoadProfile : Load
{
    public const string Forms = "stages such as ramp:200@1m,hold:8m,spike:400@30s: ramp to a rate, hold one (the last, where none is given), or spike and back; rates per second, @ how long";

    private const double MaxPerSecond = 100_000;
    private static readonly TimeSpan MaxLength = TimeSpan.FromHours(24);

    private readonly (TimeSpan From, TimeSpan To, double Start, double End)[] _pieces;

    private LoadProfile(IReadOnlyList<LoadStage> stages)
    {
        Stages = stages;
        var (time, rate, pieces) = (TimeSpan.Zero, 0.0, new List<(TimeSpan, TimeSpan, double, double)>());
        foreach (var stage in stages)
        {
            pieces.Add((time, time + stage.Length, stage.Kind == StageKind.Ramp ? rate : stage.PerSecond, stage.PerSecond));
            time += stage.Length;
            rate = stage.Kind == StageKind.Spike ? rate : stage.PerSecond;
        }

        (_pieces, Length) = ([.. pieces], time);
    }

    public IReadOnlyList<LoadStage> Stages { get; }

    /// <summary>From the first request to the last.</summary>
    public TimeSpan Length { get; }

    public double Peak => Stages.Max(s => s.PerSecond);

    /// <summary>A tenth of the time up to a rate, then that rate.</summary>
    public static LoadProfile Sustained(double perSecond, TimeSpan length) =>
        Checked([new(StageKind.Ramp, perSecond, length / 10), new(StageKind.Hold, perSecond, length - (length / 10))], $"{perSecond} for {length}");

    /// <exception cref="UsageException">The text is none of <see cref="Forms"/>.</exception>
    public static LoadProfile Parse(string text)
    {
        var (stages, last) = (new List<LoadStage>(), double.NaN);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var stage = ParseStage(part, last) ?? throw Wrong(text, $"'{part}' is not a stage");
            stages.Add(stage);
            last = stage.Kind == StageKind.Spike ? last : stage.PerSecond;
        }

        return Checked(stages, text);
    }

    public override double RateAt(TimeSpan time)
    {
        foreach (var (from, to, start, end) in _pieces)
        {
            if (time >= from && time < to)
            {
                return start + ((end - start) * ((time - from) / (to - from)));
            }
        }

        return 0;
    }

    public bool Equals(LoadProfile? other) => other is not null && Stages.SequenceEqual(other.Stages);

    public override int GetHashCode() => Stages.Count;

    public override string ToString() => string.Join(",", Stages);

    private static LoadStage? ParseStage(string part, double last)
    {
        if (part.Split(':') is not [var name, var rest] || !Enum.TryParse<StageKind>(name, ignoreCase: true, out var kind) || int.TryParse(name, out _))
        {
            return null;
        }

        var (rate, length) = rest.Split('@') switch
        {
            [var given, var time] => (double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perSecond) ? perSecond : double.NaN, time),
            [var time] when kind == StageKind.Hold => (last, time),
            _ => (double.NaN, ""),
        };
        return double.IsFinite(rate) && Duration.TryParse(length, out var duration) ? new(kind, rate, duration.ToTimeSpan()) : null;
    }

    private static LoadProfile Checked(List<LoadStage> stages, string text)
    {
        if (stages.Count is 0 or > 100 || stages.Any(s => s.PerSecond is < 0 or > MaxPerSecond || s.Length <= TimeSpan.Zero) || stages.All(s => s.PerSecond == 0))
        {
            throw Wrong(text, $"1 to 100 stages are allowed, rates up to {MaxPerSecond:0} per second and one above 0, lengths above 0");
        }

        var profile = new LoadProfile(stages);
        return profile.Length <= MaxLength ? profile : throw Wrong(text, "it may last 24h at most");
    }

    private static UsageException Wrong(string text, string what) => new($"Load '{text}': {what}; allowed are {Forms}.");
}
