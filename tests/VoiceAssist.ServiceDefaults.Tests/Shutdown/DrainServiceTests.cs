using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VoiceAssist.ServiceDefaults.Shutdown;

namespace VoiceAssist.ServiceDefaults.Tests.Shutdown;

public class DrainServiceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task The_stop_is_held_back_for_the_drain_delay()
    {
        var stopping = Drain(TimeSpan.FromSeconds(5)).StoppingAsync(CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(stopping.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await stopping;
    }

    [Fact]
    public void Without_a_drain_delay_nothing_is_held_back() =>
        Assert.True(Drain(TimeSpan.Zero).StoppingAsync(CancellationToken.None).IsCompletedSuccessfully);

    private DrainService Drain(TimeSpan delay) => new(
        new ShutdownOptions { DrainDelay = delay, InFlight = TimeSpan.Zero }, _time, NullLogger<DrainService>.Instance);
}
