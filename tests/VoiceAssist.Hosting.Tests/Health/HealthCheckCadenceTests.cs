using Aspire.Hosting.Health;

namespace VoiceAssist.Hosting.Tests.Health;

public class HealthCheckCadenceTests
{
    [Theory]
    [InlineData(0, 30_000)]
    [InlineData(1, 1_000)]
    [InlineData(2, 2_000)]
    [InlineData(5, 5_000)]
    [InlineData(6, 5_000)]
    [InlineData(10_000, 5_000)]
    public void A_resource_that_was_healthy_is_asked_again_after_as_many_seconds_as_it_failed(int failures, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), HealthCheckCadence.PauseAfter(failures, starting: false));

    [Theory]
    [InlineData(0, 30_000)]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(4, 800)]
    [InlineData(6, 3_200)]
    [InlineData(7, 5_000)]
    [InlineData(10_000, 5_000)]
    public void A_starting_resource_is_asked_sooner(int failures, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), HealthCheckCadence.PauseAfter(failures, starting: true));
}
