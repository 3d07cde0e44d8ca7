using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Processing;

/// <summary>Writes how runs end, many in one statement, as often as it takes: a job stays running until that has worked.</summary>
internal sealed class Closer : IDisposable
{
    /// <summary>Runs per statement.</summary>
    private const int MaxBatch = 512;

    /// <summary>Bytes per statement: results and spoken answers are in memory twice.</summary>
    private const long MaxBatchBytes = 16 * 1_024 * 1_024;

    private readonly IJobSource _jobs;
    private readonly RunningJobs _running;
    private readonly JobRunner _runner;
    private readonly JobTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly ILogger<Closer> _logger;
    private readonly GroupCommit<Ended> _commits;
    private readonly CancellationTokenSource _givenUp = new();

    public Closer(IJobSource jobs, RunningJobs running, JobRunner runner, JobTelemetry telemetry, TimeProvider time, ILogger<Closer> logger)
    {
        (_jobs, _running, _runner, _telemetry, _time, _logger) = (jobs, running, runner, telemetry, time, logger);
        _commits = new GroupCommit<Ended>(CloseAsync, ended => ended.Closing.Size, MaxBatch, MaxBatchBytes);
    }

    /// <summary>Writes the end of a run; <paramref name="closed"/> is called when that is done, or given up.</summary>
    public void Add(Run run, Closing closing, Action closed) => _commits.Add(new Ended(run, closing, closed));

    /// <summary>Ends a run about which nothing may be written: the job is somebody else's by now.</summary>
    public void Drop(Run run) => End(run, Outcome.Superseded, run.Job.StartedAt);

    /// <summary>From now on nothing is waited for: what is under way is cancelled, and nothing is tried again.</summary>
    public void GiveUp() => _givenUp.Cancel();

    public void Dispose() => _givenUp.Dispose();

    private async Task CloseAsync(IReadOnlyList<Ended> batch)
    {
        for (var pause = PollPause.Shortest; ; pause = PollPause.After(pause))
        {
            try
            {
                Finish(batch, await _jobs.CloseAsync([.. batch.Select(ended => ended.Closing)], _givenUp.Token));
                return;
            }
            catch (PostgresException e) when (!e.IsTransient)
            {
                await CloseRefusedAsync(batch, e);
                return;
            }
            catch (Exception e) when (e is NpgsqlException or QueueUnavailableException)
            {
                if (_givenUp.IsCancellationRequested)
                {
                    Abandon(batch, e);
                    return;
                }

                _logger.LogWarning("{Count} jobs cannot be closed yet: {Reason}", batch.Count, e.Message);
                await Task.Delay(pause, _time, _givenUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e)
            {
                Abandon(batch, e);
                return;
            }
        }
    }

    /// <summary>One of them is refused, most likely for its result, and the statement does not say which.</summary>
    private async Task CloseRefusedAsync(IReadOnlyList<Ended> batch, PostgresException refusal)
    {
        if (batch.Count > 1)
        {
            foreach (var ended in batch)
            {
                await CloseAsync([ended]);
            }
        }
        else if (batch[0] is var (run, closing, closed) && closing.State == JobState.Succeeded)
        {
            _logger.LogError(refusal, "Result of job {JobId} of kind {Kind} is refused by Postgres", run.Job.Id, run.Job.Kind);
            await CloseAsync([new Ended(run, RunEnding.GivenUp(run.Job, "The job's result could not be stored.", closing.At), closed)]);
        }
        else
        {
            Abandon(batch, refusal);
        }
    }

    private void Finish(IReadOnlyList<Ended> batch, IReadOnlyDictionary<Guid, JobState> written)
    {
        foreach (var (run, closing, closed) in batch)
        {
            End(run, written.TryGetValue(run.Job.Id, out var state) ? Outcome.Of(state, closing.IsFailure) : Outcome.Superseded, closing.At);
            closed();
        }
    }

    private void Abandon(IReadOnlyList<Ended> batch, Exception reason)
    {
        _logger.LogError(reason, "{Count} jobs stay running in the record until their leases end", batch.Count);
        foreach (var (run, closing, closed) in batch)
        {
            End(run, Outcome.Abandoned, closing.At);
            closed();
        }
    }

    private void End(Run run, string outcome, DateTimeOffset at)
    {
        _running.Remove(run);
        _telemetry.End(_runner.KindLabel(run.Job), outcome, at - run.Job.StartedAt);
    }

    private sealed record Ended(Run Run, Closing Closing, Action Closed);
}
