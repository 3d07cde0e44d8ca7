using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Reporting;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.LoadTest.Reporting;

public sealed class TestPictureTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void The_picture_of_a_report_reads_on_a_phone_and_no_two_texts_touch()
    {
        File.WriteAllText(_path, TestPicture.Svg(Record(), 0));
        var texts = SvgText.Read(_path);
        Assert.All(["due", "answered well", "predicted", "wanted", "ready", "queue_oldest_age_seconds", "target", "slowest answer of each second", "minutes of the cluster's time"], t => Assert.Contains(texts, x => x.Text == t));
        Assert.All(texts, t => Assert.True(t.FontSize * 360 / PictureStyle.Width >= 10, t.ToString()));
        var upright = texts.Where(t => !t.IsTurned).ToList();
        Assert.All(upright.SelectMany((a, i) => upright.Skip(i + 1).Select(b => (A: a, B: b))), pair => Assert.False(pair.A.Touches(pair.B), $"'{pair.A.Text}' and '{pair.B.Text}'"));
    }

    public void Dispose() => File.Delete(_path);

    private static TestRecord Record()
    {
        var load = new TestLoad(TestLoad.Worker, LoadProfile.Parse("hold:75@10m"), TestLimits.Default(isJobs: true));
        return new()
        {
            Target = "test",
            Plan = new TestPlan { Loads = [load], CoolDown = TimeSpan.FromMinutes(5) },
            Speed = 10,
            Started = DateTimeOffset.UnixEpoch,
            CutBecause = null,
            EndedCalm = false,
            Samples = [.. Enumerable.Range(0, 90).Select(i => new TestSample(TimeSpan.FromSeconds(i * 10), [SampleWorkload.Of(1 + (i / 30))], new Dictionary<string, long> { [TestLoad.Worker] = i * 75 }))],
            Results = [Result()],
            Predictions = [Prediction.Of(SampleWorkload.Of(1), load, 0.008)],
        };
    }

    private static LoadResult Result() => new()
    {
        Lasted = TimeSpan.FromMinutes(1),
        Due = 1000,
        Outcomes = new Dictionary<RequestOutcome, long> { [RequestOutcome.Succeeded] = 1000 },
        BadStatuses = new Dictionary<int, long>(),
        Latency = new(1, 1, 1, 1, 20, 20, 20),
        ServiceTime = new(1, 1, 1, 1, 20, 20, 20),
        Seconds = [.. Enumerable.Range(0, 60).Select(i => new LoadSecond(i, 75, 75, 20 + i))],
    };
}
