using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.Tests.Simulate;

public sealed class GivenLoadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-load").FullName;

    [Theory]
    [InlineData("constant:50", 30, 3, 50)]
    [InlineData("step:10->400@5m", 30, 5, 400)]
    [InlineData("step:10->400@5m..20m", 30, 20, 10)]
    [InlineData("ramp:10->400@5m..20m", 30, 20, 400)]
    [InlineData("spike:60->420@4m/12m", 30, 11.9, 60)]
    [InlineData("spike:60->420@4m/12m", 30, 12, 420)]
    [InlineData("spike:60->420@4m/12m", 30, 16, 60)]
    [InlineData("daily:20->300", 1440, 840, 300)]
    [InlineData("daily:20->300@2h", 1440, 120, 300)]
    [InlineData("csv:rate.csv", 10, 6, 25)]
    [InlineData("prometheus:rate.json", 10, 6, 25)]
    public void Every_form_gives_its_rate_and_a_fitting_time(string text, double minutes, double at, double expected)
    {
        File.WriteAllText(Path.Combine(_folder, "rate.csv"), "time,rate\n0,10\n300,25\n600,5\n");
        File.WriteAllText(Path.Combine(_folder, "rate.json"), """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1000,"10"],[1300,"25"],[1600,"5"]]}]}}""");
        var load = GivenLoad.Parse(text, null, _folder);
        Assert.Equal(TimeSpan.FromMinutes(minutes), load.Duration);
        Assert.Equal(expected, load.Load.RateAt(TimeSpan.FromMinutes(at)), 9);
    }

    [Theory]
    [InlineData("step:10->400@5m..20m", 5.0, 20.0)]
    [InlineData("step:400->10@5m..20m", 20.0, 5.0)]
    [InlineData("ramp:10->400@5m..20m", 5.0, null)]
    [InlineData("spike:60->420@4m/12m", 12.0, 16.0)]
    [InlineData("daily:20->300", null, null)]
    public void A_reaction_counts_from_the_first_rise_and_fall(string text, double? rises, double? falls)
    {
        var load = GivenLoad.Parse(text, null, _folder);
        Assert.Equal((rises, falls), (load.Rises?.TotalMinutes, load.Falls?.TotalMinutes));
    }

    [Theory]
    [InlineData("lots", "'lots' is not a load; allowed are constant:50, step:")]
    [InlineData("spike:1->2@5m", "is not a load")]
    [InlineData("spike:1->2@5m/4m", "must last shorter")]
    [InlineData("spike:1->2@5m/45m", "within the 30m")]
    [InlineData("step:1->2@5m/20m", "is not a load")]
    [InlineData("daily:5", "is not a load")]
    [InlineData("daily:1->2@noon", "'noon' where a time")]
    [InlineData("constant:1000001", "above 1000000 per second")]
    [InlineData("csv:", "is not a load")]
    [InlineData("csv:gone.csv", "gone.csv': ")]
    [InlineData("csv:words.csv", "words.csv': CSV line 2: 'b,c' must be a time")]
    [InlineData("csv:huge.csv", "holds a rate above")]
    [InlineData("prometheus:words.csv", "not the answer of a range query")]
    public void What_is_no_load_is_refused_with_what_is_allowed(string text, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "words.csv"), "0,1\nb,c\n");
        File.WriteAllText(Path.Combine(_folder, "huge.csv"), "0,1e300\n");
        var error = Assert.Throws<UsageException>(() => GivenLoad.Parse(text, null, _folder));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("--load: ", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
