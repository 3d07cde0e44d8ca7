using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Jobs.Tests.Submission;

public class JobIdTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_sort_by_time_within_a_millisecond_too()
    {
        var ids = Enumerable.Range(0, 30_000).Select(microsecond => JobId.At(Now.AddTicks(microsecond * TimeSpan.TicksPerMicrosecond))).ToList();

        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Select(id => id.ToString()).Order(StringComparer.Ordinal), ids.Select(id => id.ToString()));
    }

    [Fact]
    public void They_are_unique_at_the_same_moment() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => JobId.At(Now)).Distinct().Count());

    [Fact]
    public void They_are_of_version_7_and_hold_their_millisecond()
    {
        var id = JobId.At(Now.AddMilliseconds(5.9999));

        Assert.Equal((7, Now.AddMilliseconds(5).ToUnixTimeMilliseconds()), (id.Version, Convert.ToInt64(id.ToString("N")[..12], 16)));
        Assert.InRange(id.Variant, 8, 0xB);
    }
}
