using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Jobs.Tests.Actors;

public class ActorTests
{
    [Fact]
    public async Task After_a_tick_that_failed_the_next_one_comes_sooner()
    {
        var (schema, time) = (new Schema(), new FakeTimeProvider());
        schema.MarkApplied();
        using var actor = new Unlucky(schema, time);
        await actor.StartAsync(CancellationToken.None);
        Assert.Equal(1, await actor.TickedAsync());

        // The clock moves on only as far as the pause after a failure, however often it is looked at.
        await Eventually.BeAsync("it ticks again", () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            return Task.FromResult(actor.Ticks == 2);
        });

        Assert.InRange(time.GetUtcNow() - time.Start, Unlucky.Soon, Unlucky.Late - TimeSpan.FromSeconds(1));
        await actor.StopAsync(CancellationToken.None);
    }

    /// <summary>Its first tick finds no database.</summary>
    private sealed class Unlucky(Schema schema, TimeProvider time) : Actor(schema, time, NullLogger.Instance)
    {
        public static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
        public static readonly TimeSpan Late = TimeSpan.FromHours(1);

        private readonly Channel<int> _ticked = Channel.CreateUnbounded<int>();
        private int _ticks;

        public int Ticks => Volatile.Read(ref _ticks);

        protected override TimeSpan Pause => Late;

        protected override TimeSpan PauseAfterFailure => Soon;

        public ValueTask<int> TickedAsync() => _ticked.Reader.ReadAsync();

        internal override Task TickAsync(CancellationToken cancellationToken)
        {
            _ticked.Writer.TryWrite(Interlocked.Increment(ref _ticks));
            return Ticks == 1 ? throw new NpgsqlException("Postgres is away.") : Task.CompletedTask;
        }
    }
}
