using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Actors;

/// <summary>
/// Takes jobs from workers that have died: those whose lease has ended wait again, in their old place. A crash spends no retry,
/// but has a limit of its own. Every worker looks; rows that another one has in hand are skipped.
/// </summary>
internal sealed class Recoverer(
    ExpiredLeases leases,
    JobQueue queue,
    JobHandlers handlers,
    JobTelemetry telemetry,
    IOptions<ProcessorOptions> options,
    Schema schema,
    TimeProvider time,
    ILogger<Recoverer> logger) : Actor(schema, time, logger)
{
    /// <summary>How long after its lease a lost job waits at most; shorter for shorter leases.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Jobs per statement.</summary>
    public const int PageSize = 500;

    protected override TimeSpan Pause => TimeSpan.FromTicks(Math.Min(Interval.Ticks, options.Value.Lease.Ticks / 2));

    /// <summary>After an outage the workers' heartbeats come first: their jobs are not lost, they could not say so.</summary>
    protected override TimeSpan PauseAfterFailure => options.Value.Lease / 2;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<RecoveredJob> recovered;
        do
        {
            recovered = await leases.RecoverAsync(Time.GetUtcNow(), options.Value.MaxCrashes, PageSize, cancellationToken);
            if (recovered.Count == 0)
            {
                return;
            }

            logger.LogWarning("{Count} jobs lost their worker", recovered.Count);
            foreach (var job in recovered.Where(job => job.State != JobState.Queued))
            {
                telemetry.EndLost(handlers.Label(job.Kind), Outcome.Of(job.State, isFailure: true));
            }

            await queue.EnqueueAsync([.. recovered.Where(job => job.State == JobState.Queued).Select(job => job.Waiting)]);
            await queue.AnnounceAsync([.. recovered.Select(job => job.Waiting.Id)]);
        }
        while (recovered.Count == PageSize);
    }
}
