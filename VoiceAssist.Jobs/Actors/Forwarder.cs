using Microsoft.Extensions.Logging;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Actors;

/// <summary>
/// Brings delayed jobs and retries into Redis when they become due. It reads the record from where it has read to; a job that it
/// misses is the sweeper's.
/// </summary>
internal sealed class Forwarder(Restorer restorer, Schema schema, TimeProvider time, ILogger<Forwarder> logger) : Actor(schema, time, logger)
{
    /// <summary>How late a delayed job may be.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>How far it reads back: a job may be committed a moment after it became due.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(2);

    private DateTimeOffset _forwardedTo = time.GetUtcNow();

    protected override TimeSpan Pause => Interval;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await restorer.RestoreAsync(_forwardedTo - Overlap, now, cancellationToken);
        _forwardedTo = now;
    }
}
