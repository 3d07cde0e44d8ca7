namespace VoiceAssist.Worker.Tests.Listening.PocketSphinx;

[Collection(nameof(AloneGroup))]
public class PocketSphinxMemoryTests(SharedEngine engine) : IClassFixture<SharedEngine>
{
    private const int Allowed = 12 * 1024 * 1024;

    [Fact]
    public async Task Memory_stays_flat_over_many_transcriptions()
    {
        var command = await Voice.SayAsync("stop all timers");
        await HearAsync(20);
        var before = Environment.WorkingSet;

        await HearAsync(50);

        Assert.True(Environment.WorkingSet - before < Allowed, $"{before} bytes before, {Environment.WorkingSet} after");

        async Task HearAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                await engine.HearAsync(command);
            }
        }
    }
}
