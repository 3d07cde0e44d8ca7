using CsCheck;
using VoiceAssist.Jobs.Processing;

namespace VoiceAssist.Jobs.Tests.Processing;

public class RetryBackoffTests
{
    private static readonly KindLimits Limits = new() { FirstBackoff = TimeSpan.FromSeconds(2), LongestBackoff = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 4)]
    [InlineData(3, 0, 4)]
    [InlineData(6, 1, 60)]
    [InlineData(1_000, 1, 60)]
    public void It_doubles_up_to_the_longest_and_half_of_it_is_jitter(int failures, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryBackoff.After(Limits, failures, random));

    [Fact]
    public void It_is_never_longer_than_the_longest_nor_shorter_than_half_the_first() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0, 1]).Sample((failures, random) =>
            RetryBackoff.After(Limits, failures, random) is var pause
            && pause >= Limits.FirstBackoff / 2 && pause <= Limits.LongestBackoff);
}
