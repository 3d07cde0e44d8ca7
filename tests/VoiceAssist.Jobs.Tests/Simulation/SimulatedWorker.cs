using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>A worker whose runs last as long as the simulation says: the real claims, closes and heartbeat around no handler.</summary>
internal sealed class SimulatedWorker
{
    private static readonly KindLimits Limits = new() { MaxRetries = 2, FirstBackoff = TimeSpan.FromSeconds(10) };

    private readonly SimulatedServers _servers;
    private readonly RunningJobs _running = new();
    private readonly RecordedJobs _jobs;
    private readonly Func<CancellationToken, Task> _heartbeat;
    private readonly List<Run> _frozen = [];

    public SimulatedWorker(SimulatedServers servers)
    {
        _servers = servers;
        var options = Options.Create(new ProcessorOptions());
        _jobs = new RecordedJobs(servers.Queue, new JobClaims(servers.Database), new JobClosings(servers.Database), servers.Store,
            new WorkerIdentity(), options, servers.Time, NullLogger<RecordedJobs>.Instance);
        _heartbeat = new Heartbeat(_running, _jobs, options, new Schema(), servers.Time, NullLogger<Heartbeat>.Instance).TickAsync;
    }

    public async Task ClaimAsync(int count)
    {
        foreach (var job in (await _jobs.ClaimAsync(count)).Claimed)
        {
            _running.Add(new Run(job));
        }
    }

    public Task EndAsync(int which, RunResult result) => _running.All is { Length: > 0 } runs
        ? CloseAsync(runs[which % runs.Length], result)
        : Task.CompletedTask;

    public async Task HandBackAsync()
    {
        foreach (var run in _running.All)
        {
            await CloseAsync(run, new RunResult.Stopped(StopReason.CutOff));
        }
    }

    /// <summary>It works on, but nobody hears of it: no heartbeat renews these leases.</summary>
    public void Freeze()
    {
        foreach (var run in _running.All)
        {
            _frozen.Add(run);
            _running.Remove(run);
        }
    }

    public async Task CloseFrozenAsync()
    {
        foreach (var run in _frozen)
        {
            await CloseAsync(run, new RunResult.Success(new JobOutput("{}")));
        }

        _frozen.Clear();
    }

    /// <summary>Renews its leases and stops what it has to stop, as the processor would.</summary>
    public async Task HeartbeatAsync()
    {
        await _heartbeat(CancellationToken.None);
        foreach (var run in _running.All.Where(run => run.IsStopped))
        {
            await CloseAsync(run, new RunResult.Stopped(run.Reason));
        }
    }

    private async Task CloseAsync(Run run, RunResult result)
    {
        _running.Remove(run);
        if (RunEnding.Of(run.Job, result, Limits, _servers.Time.GetUtcNow(), random: 0.5) is { } closing
            && (await _jobs.CloseAsync([closing], CancellationToken.None)).GetValueOrDefault(run.Job.Id, JobState.Running) == JobState.Succeeded)
        {
            _servers.Succeeded(run.Job.Id);
        }
    }
}
