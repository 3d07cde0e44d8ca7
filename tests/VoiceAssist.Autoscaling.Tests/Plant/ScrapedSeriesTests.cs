using VoiceAssist.Autoscaling.Plant;

namespace VoiceAssist.Autoscaling.Tests.Plant;

/// <summary>PromQL's <c>rate()</c>. The expected figures are worked out by hand from Prometheus' rule, as each case says.</summary>
public class ScrapedSeriesTests
{
    public static TheoryData<string, double, (double Time, double Value)[], double> Rates => new()
    {
        // (10, 130] holds 30 to 120: 900 in 90 s; 20 s to the start and 10 s to the end are less than 33 s, so 1200 in 120 s.
        { "ten per second", 130, [(0, 1000), (30, 1300), (60, 1600), (90, 1900), (120, 2200)], 10 },

        // The next point would be due at the start: 90 s are missing. Half an interval (15 s) would pass zero, which was 5 s before: 350 / 120.
        { "a counter that just began", 130, [(100, 50), (130, 350)], 350.0 / 120 },

        // Where the counter stood high already, half an interval counts: 300 x 45/30 / 120.
        { "a series that just began", 130, [(100, 5000), (130, 5300)], 450.0 / 120 },

        // 70 s without a scrape: half an interval at the end, 20 s at the start: 300 x 65/30 / 120.
        { "a target that is gone", 130, [(30, 1000), (60, 1300)], 650.0 / 120 },

        // 300 before the restart, 50 at its first scrape, 300 after: 650 x 120/90 / 120.
        { "a counter that restarted", 130, [(30, 1000), (60, 1300), (90, 50), (120, 350)], 650.0 / 90 },

        // 33 s to the start are 1.1 intervals and no more close enough, 27 s to the end are: 600 x (15 + 60 + 27)/60 / 120.
        { "a gap of exactly 1.1 intervals", 120, [(33, 1000), (63, 1300), (93, 1600)], 600 * 102 / 60.0 / 120 },

        // The point at 10 s lies on the window's start and not in it: 900 in 90 s, 30 s to the start.
        { "the start does not belong to the window", 130, [(10, 400), (40, 1300), (70, 1600), (100, 1900), (130, 2200)], 10 },

        { "nothing happened", 120, [(30, 7), (60, 7)], 0 },
        { "a counter still at zero", 120, [(60, 0), (90, 0), (120, 300)], 300.0 / 120 },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_rate_is_extrapolated_to_the_windows_ends(string what, double time, (double Time, double Value)[] points, double expected) =>
        Assert.True(Math.Abs(expected - Series(points).Rate(time, 120)!.Value) < 1e-9, $"{what}: {Series(points).Rate(time, 120)} instead of {expected}");

    [Theory]
    [InlineData(10)] // only the point at 5 lies before
    [InlineData(125)] // the window begins after the point at 5
    public void Fewer_than_two_points_have_no_rate(double time) => Assert.Null(Series([(5, 1), (35, 2)]).Rate(time, 120));

    [Fact]
    public void The_last_value_is_the_last_scraped_by_then()
    {
        var series = Series([(0, 1), (30, 2), (60, 3)]);
        Assert.Equal([null, 1, 2, 3], new[] { -1, 29.9, 30, 100 }.Select(series.Last));
    }

    private static ScrapedSeries Series((double Time, double Value)[] points)
    {
        var series = new ScrapedSeries();
        foreach (var (time, value) in points)
        {
            series.Add(time, value, 1000);
        }

        return series;
    }
}
