using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Verdicts;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.Verdicts;

public class JudgeTests
{
    private static readonly TimeSpan Rises = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan Gone = TimeSpan.FromMinutes(20);

    private static readonly WorkloadRun Run = Simulator.Run(EnvironmentModels.Of(
        VoiceAssistEnvironments.Dev,
        new StepLoad(5, 150, Rises, Gone).AsPoisson(),
        new ConstantLoad(0),
        TimeSpan.FromMinutes(30)))["voiceassist-server"];

    [Fact]
    public void Objectives_that_are_met_are_reported_as_met()
    {
        var verdict = Judge.Of(Run, new()
        {
            LoadRises = Rises,
            LoadGone = Gone,
            ReactionUp = TimeSpan.FromSeconds(60),
            ReactionDown = TimeSpan.FromMinutes(10),
            Flapping = 0,
            FlappingWindow = TimeSpan.FromMinutes(5),
            TimeAtMaximum = 0.5,
            BacklogClearedWithin = TimeSpan.FromMinutes(5),
            Latency = TimeSpan.FromSeconds(2),
            Unserved = 5000,
            Cost = 1m,
            PricePerVcpuHour = 0.05m,
        });
        Assert.Equal(8, verdict.Findings.Count);
        Assert.True(verdict.IsMet, verdict.ToString());
    }

    [Fact]
    public void A_missed_objective_shows_both_figures()
    {
        var verdict = Judge.Of(Run, new() { LoadRises = Rises, ReactionUp = TimeSpan.FromSeconds(5) });
        Assert.False(verdict.IsMet);
        Assert.Matches(@"^MISSED: reaction up [\d.]+ s \(required at most 5 s\)$", verdict.ToString());
    }

    [Fact]
    public void A_reaction_that_never_comes_is_missed()
    {
        var verdict = Judge.Of(Run, new() { LoadGone = TimeSpan.FromMinutes(29), ReactionDown = TimeSpan.FromHours(1) });
        Assert.Equal("MISSED: reaction down never (required at most 3600 s)", verdict.ToString());
    }

    [Fact]
    public void An_objective_without_its_start_is_refused() =>
        Assert.Contains("LoadRises", Assert.Throws<ArgumentException>(() => Judge.Of(Run, new() { ReactionUp = TimeSpan.FromSeconds(60) })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 10, 20, 30 }, 20.0)]
    [InlineData(new[] { 10, 20 }, 15.0)]
    [InlineData(new[] { 10, 20, -1 }, 20.0)]
    [InlineData(new[] { 10, -1, -1 }, null)]
    [InlineData(new[] { 10, -1 }, null)]
    public void Runs_that_never_react_count_as_the_longest(int[] seconds, double? median) => Assert.Equal(
        median,
        Reactions.Median(seconds.Select(s => s < 0 ? (TimeSpan?)null : TimeSpan.FromSeconds(s)))?.TotalSeconds);
}
