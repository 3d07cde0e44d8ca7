using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VoiceAssist.ServiceDefaults.Shutdown;

namespace VoiceAssist.ServiceDefaults.Tests.Shutdown;

public sealed class DrainServiceTests : IDisposable
{
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(20);

    private readonly Drain _drain = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task The_stop_is_held_back_for_the_drain_delay()
    {
        var stopping = Service(TimeSpan.FromSeconds(5)).StoppingAsync(CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(stopping.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await stopping;
    }

    [Fact]
    public void Without_a_drain_delay_nothing_is_held_back() =>
        Assert.True(Service(TimeSpan.Zero).StoppingAsync(CancellationToken.None).IsCompletedSuccessfully);

    [Fact]
    public async Task Streams_end_after_the_drain_delay_and_everything_else_after_its_time_in_flight()
    {
        var stopping = Service(TimeSpan.FromSeconds(5)).StoppingAsync(CancellationToken.None);
        Assert.Equal((false, false), Stage());

        _time.Advance(TimeSpan.FromSeconds(5));
        await stopping;
        Assert.Equal((true, false), Stage());

        _time.Advance(InFlight);
        Assert.Equal((true, true), Stage());
    }

    public void Dispose() => _drain.Dispose();

    private (bool Ended, bool CutOff) Stage() => (_drain.Ended.IsCancellationRequested, _drain.CutOff.IsCancellationRequested);

    private DrainService Service(TimeSpan delay) => new(
        new ShutdownOptions { DrainDelay = delay, InFlight = InFlight }, _drain, _time, NullLogger<DrainService>.Instance);
}
