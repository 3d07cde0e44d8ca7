using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Actors;

/// <summary>
/// Renews the leases of all jobs of this process in one statement. What it no longer owns is stopped, and so is what its client
/// has called off, in case the hint was lost.
/// </summary>
internal sealed class Heartbeat(
    RunningJobs running, IJobSource jobs, IOptions<ProcessorOptions> options, Schema schema, TimeProvider time, ILogger<Heartbeat> logger)
    : Actor(schema, time, logger)
{
    /// <summary>Leases are renewed when so much of them is over.</summary>
    private const double RenewedAt = 0.5;

    /// <summary>
    /// A beat that failed is repeated after so much of the lease: one that took the 10 s of a statement to fail is followed
    /// by another one before a lease of 30 s ends.
    /// </summary>
    private const double RepeatedAfter = 0.1;

    protected override TimeSpan Pause => options.Value.Lease * RenewedAt;

    protected override TimeSpan PauseAfterFailure => options.Value.Lease * RepeatedAfter;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        var runs = running.All;
        if (runs.Length == 0)
        {
            return;
        }

        var own = await jobs.RenewAsync(Array.ConvertAll(runs, run => run.Job.Id));
        foreach (var run in runs)
        {
            if (!own.TryGetValue(run.Job.Id, out var calledOff))
            {
                run.Stop(StopReason.LeaseLost);
            }
            else if (calledOff)
            {
                run.Stop(StopReason.Cancelled);
            }
        }
    }
}
