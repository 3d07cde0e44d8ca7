using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Judging;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Tests.LoadTest.Judging;

public sealed class TestJudgeTests
{
    private const string Up = "0:1 30:2 60:3";

    private static readonly string Autoscaler = Published();

    // Replicas by second; the load lasts ten minutes at three times what dev's one replica is meant for.
    [Theory]
    [InlineData(Up + " 1000:2 1400:1", 15, "passed passed passed passed passed")]
    [InlineData("0:1 400:2 500:3 1000:2 1400:1", 15, "failed passed passed passed passed")]
    [InlineData("0:1", 15, "failed passed passed")]
    [InlineData(Up, 5, "passed passed passed notSeen notSeen")]
    [InlineData(Up, 30, "passed passed passed failed failed")]
    [InlineData(Up + " 1000:2", 15, "passed passed passed passed notSeen")]
    [InlineData(Up + " 1000:2", 30, "passed passed passed passed failed")]
    public void Replicas_are_judged_by_what_was_promised_and_predicted(string replicas, int coolDownMinutes, string states)
    {
        var findings = TestJudge.Of(Record(replicas, coolDownMinutes));

        Assert.Equal(states, string.Join(' ', findings.Select(f => char.ToLowerInvariant($"{f.State}"[0]) + $"{f.State}"[1..])));
    }

    [Fact]
    public void What_cannot_be_seen_says_which_cool_down_it_needs()
    {
        var finding = TestJudge.Of(Record(Up, 5)).Single(f => f.Threshold == "back at the minimum");

        Assert.Matches(@"--cool-down \d+m", finding.Advice);
    }

    [Fact]
    public void A_load_that_calls_for_nothing_is_no_failure()
    {
        var record = Record("0:1", 5, LoadProfile.Parse("hold:1@10m"));

        Assert.Equal(FindingState.NotSeen, TestJudge.Of(record)[0].State);
    }

    [Fact]
    public void Errors_and_latencies_have_limits_of_their_own()
    {
        var record = Record(Up, 30, result: Result(failed: 30, p99: 1500));

        var findings = TestJudge.Of(record);

        Assert.Equal((FindingState.Failed, "3 %"), (findings[1].State, findings[1].Measured));
        Assert.Equal((FindingState.Failed, "1500 ms"), (findings[2].State, findings[2].Measured));
        Assert.Contains("TimedOut: 30", findings[1].Advice, StringComparison.Ordinal);
    }

    private static TestRecord Record(string replicas, int coolDownMinutes, LoadProfile? profile = null, LoadResult? result = null)
    {
        var load = new TestLoad(TestLoad.Gateway, profile ?? LoadProfile.Parse("hold:75@10m"), TestLimits.Default(isJobs: false));
        var plan = new TestPlan { Loads = [load], CoolDown = TimeSpan.FromMinutes(coolDownMinutes) };
        var steps = replicas.Split(' ').Select(s => s.Split(':').Select(int.Parse).ToArray()).ToList();
        var samples = Enumerable.Range(0, (int)plan.Length.TotalSeconds / 10 + 1)
            .Select(i => new TestSample(TimeSpan.FromSeconds(i * 10), [Workload(steps.Last(s => s[0] <= i * 10)[1])], new Dictionary<string, long>()))
            .ToList();
        return new()
        {
            Target = "test",
            Plan = plan,
            Speed = 1,
            Started = DateTimeOffset.UnixEpoch,
            CutBecause = null,
            EndedCalm = false,
            Samples = samples,
            Results = [result ?? Result(failed: 0, p99: 20)],
            Predictions = [Prediction.Of(Workload(1), load, 0.008)],
        };
    }

    private static LoadResult Result(int failed, double p99) => new()
    {
        Lasted = TimeSpan.FromMinutes(10),
        Due = 1000,
        Outcomes = new Dictionary<RequestOutcome, long> { [RequestOutcome.Succeeded] = 1000 - failed, [RequestOutcome.TimedOut] = failed },
        BadStatuses = new Dictionary<int, long>(),
        Latency = new(1, 1, 1, 1, p99, p99, p99),
        ServiceTime = new(1, 1, 1, 1, p99, p99, p99),
        Seconds = [],
    };

    private static RehearsedWorkload Workload(int replicas) => new()
    {
        Name = TestLoad.Gateway,
        Autoscaler = Autoscaler,
        CpuRequest = 250,
        MemoryRequest = 256 << 20,
        CpuLimit = 1000,
        MemoryLimit = 1 << 30,
        ScrapeSeconds = 60,
        Wanted = replicas,
        Current = replicas,
        Ready = replicas,
        UsedCores = 0.1,
        Metrics = [],
        Why = "",
        Changes = [],
    };

    private static string Published() => PublishedTree.Read("dev", Repository.Tree, new() { Output = TextWriter.Null, Error = TextWriter.Null }).Objects
        .Single(o => (string?)o["metadata"]!["name"] == "voiceassist-server-hpa").ToJsonString();
}
