using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.Workloads;

public class LoadTests
{
    public static TheoryData<string, Load, double, double> Rates => new()
    {
        { "constant", new ConstantLoad(5), 100, 5 },
        { "before the step", new StepLoad(1, 9, Seconds(60), Seconds(120)), 59.9, 1 },
        { "during the step", new StepLoad(1, 9, Seconds(60), Seconds(120)), 60, 9 },
        { "after the step", new StepLoad(1, 9, Seconds(60), Seconds(120)), 120, 1 },
        { "half of the ramp", new RampLoad(0, 10, Seconds(100), Seconds(200)), 150, 5 },
        { "after the ramp", new RampLoad(0, 10, Seconds(100), Seconds(200)), 500, 10 },
        { "a ramp of no length", new RampLoad(1, 10, Seconds(100), Seconds(100)), 100, 10 },
        { "before the first spike", new SpikeLoad(1, 50, Seconds(600), Seconds(30)), 10, 1 },
        { "in the first spike", new SpikeLoad(1, 50, Seconds(600), Seconds(30)), 610, 50 },
        { "after the first spike", new SpikeLoad(1, 50, Seconds(600), Seconds(30)), 631, 1 },
        { "night", new DailyCycleLoad(10, 110, PeakHour: 14), 2 * 3600, 10 },
        { "peak hour", new DailyCycleLoad(10, 110, PeakHour: 14), 14 * 3600, 110 },
        { "Poisson keeps the expected rate", new ConstantLoad(7).AsPoisson(), 5, 7 },
        { "replay holds until the next value", ReplayLoad.FromCsv("time,rate\n0,3\n60,6\n"), 59, 3 },
        { "replay at a value", ReplayLoad.FromCsv("0,3\n60,6"), 60, 6 },
        { "replay after the end", ReplayLoad.FromCsv("0,3\n60,6"), 1e6, 6 },
        { "replay of instants", ReplayLoad.FromCsv("2026-01-01T00:00:00Z,3\n2026-01-01T00:01:00Z,6"), 61, 6 },
        { "NaN counts as nothing", ReplayLoad.FromCsv("0,NaN\n60,6"), 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    public void A_load_has_a_rate_at_every_time(string what, Load load, double at, double expected) =>
        Assert.True(Math.Abs(load.RateAt(Seconds(at)) - expected) < 1e-9, $"{what}: {load.RateAt(Seconds(at))}");

    [Fact]
    public void Poisson_arrivals_are_whole_and_average_the_rate()
    {
        var random = new Random(1);
        foreach (var rate in new[] { 0.5, 200 })
        {
            var arrivals = Enumerable.Range(0, 20_000).Select(_ => new ConstantLoad(rate).AsPoisson().Arrivals(TimeSpan.Zero, Seconds(1), random)).ToArray();
            Assert.All(arrivals, a => Assert.Equal(Math.Round(a), a));
            Assert.InRange(arrivals.Average(), rate * 0.97, rate * 1.03);
        }
    }

    [Fact]
    public void Prometheus_series_are_added_and_start_at_zero()
    {
        var load = ReplayLoad.FromPrometheus("""
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"pod":"a"},"values":[[1717243200,"1.5"],[1717243215,"2"]]},
              {"metric":{"pod":"b"},"values":[[1717243215,"3"],[1717243230,"NaN"]]}]}}
            """);
        Assert.Equal([1.5, 5, 0], new[] { 0, 15, 30 }.Select(s => load.RateAt(Seconds(s))));
        Assert.Equal(Seconds(30), load.End);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[]}}""")]
    public void What_is_no_range_result_is_refused(string json) =>
        Assert.Throws<FormatException>(() => ReplayLoad.FromPrometheus(json));

    [Theory]
    [InlineData("""[1717243200,null]""")]
    [InlineData("""[null,"1"]""")]
    [InlineData("""[1e300,"1"]""")]
    [InlineData("""[1717243200000,"1"]""")]
    [InlineData("""[1717243200,"many"]""")]
    [InlineData("""[1717243200,1]""")]
    [InlineData("""[1717243200]""")]
    [InlineData("null")]
    public void A_bad_value_of_prometheus_is_named_with_its_place(string value)
    {
        var json = $$$"""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1717243200,"1"],{{{value}}}]}]}}""";
        Assert.StartsWith($"Prometheus: result[0].values[1] is {value};", Assert.Throws<FormatException>(() => ReplayLoad.FromPrometheus(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"success","data":null}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":null}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[null]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"values":null}]}}""")]
    [InlineData("null")]
    public void Null_in_place_of_a_result_is_refused(string json) => Assert.Throws<FormatException>(() => ReplayLoad.FromPrometheus(json));

    [Theory]
    [InlineData("1e300,3", "line 1: '1e300,3'")]
    [InlineData("0,1\n1e300,3", "line 2: '1e300,3'")]
    [InlineData("-1e300,1\n0,3", "line 1: '-1e300,1'")]
    [InlineData("", "no line")]
    [InlineData("time,rate", "no line")]
    [InlineData("0,1\n5;2", "line 2")]
    [InlineData("0,1\n5,x", "line 2")]
    public void A_bad_csv_line_is_named(string text, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => ReplayLoad.FromCsv(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Negative_infinite_and_empty_loads_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantLoad(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantLoad(double.NaN));
        Assert.Throws<ArgumentException>(() => ReplayLoad.FromCsv("0,Infinity"));
        Assert.Throws<ArgumentException>(() => new ReplayLoad([]));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
