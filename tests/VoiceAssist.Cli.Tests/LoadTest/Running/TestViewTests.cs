using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.Tests.LoadTest.Running;

public sealed class TestViewTests
{
    private static readonly TestLoad Load = new(TestLoad.Worker, LoadProfile.Parse("hold:75@10m"), TestLimits.Default(isJobs: true));
    private static readonly TestPlan Plan = new() { Loads = [Load], CoolDown = TimeSpan.FromMinutes(5) };

    private static readonly RehearsedWorkload Growing = SampleWorkload.Of(2) with { Wanted = 4, Current = 3, Why = "Jobs wait. about to scale to 4" };

    [Fact]
    public void A_line_tells_time_pods_current_desired_and_each_metric() => Assert.Equal(
        "   1m5s  voiceassist-worker  2 ready  3 current  4 desired  2 predicted  cpu 50 %, memory 90 %, voiceassist_queue_depth 130 %, voiceassist_queue_oldest_age_seconds 170 %  about to scale to 4\n",
        Plain((65, Growing)));

    [Fact]
    public void A_line_comes_when_something_changes_and_every_minute() => Assert.Equal(
        3, Plain((0, Growing), (5, Growing), (10, Growing with { Ready = 3 }), (65, Growing with { Ready = 3 }), (70, Growing with { Ready = 3 })).Count(c => c == '\n'));

    [Fact]
    public async Task In_a_terminal_the_same_is_a_live_table()
    {
        using var output = new StringWriter();
        var view = new TestView(Plan, new() { Output = output, Error = TextWriter.Null, IsTerminal = true, Variable = _ => null });
        Prediction[] predictions = [Prediction.Of(SampleWorkload.Of(2), Load, 0.008)];

        await view.DuringAsync(() =>
        {
            view.Show(Sample(65, Growing), predictions);
            return Task.FromResult(0);
        });

        Assert.Contains("1m5s", output.ToString(), StringComparison.Ordinal);
        var table = view.Table(Sample(65, Growing), predictions);
        Assert.Equal(["time", "workload", "pods", "current", "desired", "predicted", "metrics, of target", "why"], table.Headings);
        Assert.Equal(["   1m5s", "voiceassist-worker", "2", "3", "4", "2"], Assert.Single(table.Rows).Take(6).Select(c => c.Text));
        Assert.Equal("under load until 10m, 10 answered for voiceassist-worker", table.Title);
        Assert.Equal("cool-down until 15m, 10 answered for voiceassist-worker", view.Table(Sample(700, Growing), predictions).Title);
    }

    private static string Plain(params (int Seconds, RehearsedWorkload Workload)[] looks)
    {
        using var output = new StringWriter();
        var view = new TestView(Plan, new() { Output = output, Error = TextWriter.Null });
        var prediction = Prediction.Of(SampleWorkload.Of(2), Load, 0.008);
        foreach (var (seconds, workload) in looks)
        {
            view.Show(Sample(seconds, workload), [prediction]);
        }

        return output.ToString().ReplaceLineEndings("\n");
    }

    private static TestSample Sample(int seconds, RehearsedWorkload workload) =>
        new(TimeSpan.FromSeconds(seconds), [workload], new Dictionary<string, long> { [TestLoad.Worker] = 10 });
}
