using Microsoft.Extensions.Logging;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Actors;

/// <summary>Keeps the figures of the queue at hand, so that neither a scrape nor a request waits for a server; without an answer the last ones stand.</summary>
internal sealed class QueueMonitor(
    JobQueue queue, WaitingJobs waiting, QueueFigures figures, Schema schema, TimeProvider time, ILogger<QueueMonitor> logger)
    : Actor(schema, time, logger)
{
    /// <summary>How old the figures are by which jobs are admitted.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Dead letters change slowly: they are counted at every so manieth look.</summary>
    private const int DeadLettersEvery = 10;

    private int _looks;
    private long _deadLetters;

    protected override TimeSpan Pause => Interval;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_looks++ % DeadLettersEvery == 0)
        {
            _deadLetters = await waiting.DeadLettersAsync(cancellationToken);
        }

        var (depth, oldestDueAt) = await queue.LookAsync();
        figures.Set(Time.GetUtcNow(), depth, oldestDueAt, _deadLetters);
    }
}
