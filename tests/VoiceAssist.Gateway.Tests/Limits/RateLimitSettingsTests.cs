using Microsoft.Extensions.Configuration;
using VoiceAssist.Gateway.Limits;

namespace VoiceAssist.Gateway.Tests.Limits;

public class RateLimitSettingsTests
{
    [Fact]
    public void Each_can_be_set_and_has_a_standard() =>
        Assert.Equal(new RateLimitSettings(1000, 7), Read("RateLimit:Burst", "7"));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("1000001")]
    public void What_is_no_rate_is_refused_with_its_place(string given) => Assert.Equal(
        $"RateLimit:RequestsPerSecond must be a whole number from 1 to 1000000, but was '{given}'.",
        Assert.Throws<InvalidOperationException>(() => Read("RateLimit:RequestsPerSecond", given)).Message);

    private static RateLimitSettings Read(string key, string value) =>
        RateLimitSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
}
