using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;
using VoiceAssist.Jobs.Tests.Telemetry;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>A worker whose runs last as long as the simulation says: the real processor and heartbeat, and a line that can be cut.</summary>
internal sealed class SimulatedWorker : IAsyncDisposable
{
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly SimulatedHandler _handler = new();
    private readonly SimulatedLine _line;
    private readonly Closer _closer;
    private readonly Processor _processor;
    private readonly Heartbeat _heartbeat;

    private SimulatedWorker(SimulatedServers servers)
    {
        var options = Options.Create(new ProcessorOptions { Concurrency = 3, FinishBudget = TimeSpan.Zero });
        var (time, running, telemetry) = (servers.Time, new RunningJobs(), new JobTelemetry(new BareMeters()));
        _line = new SimulatedLine(
            new RecordedJobs(servers.Queue, new JobClaims(servers.Database), new JobClosings(servers.Database), servers.Store,
                new WorkerIdentity(), options, time, NullLogger<RecordedJobs>.Instance),
            servers);
        var runner = new JobRunner(new JobHandlers([_handler]), _line, telemetry, time, NullLogger<JobRunner>.Instance);
        _closer = new Closer(_line, running, runner, telemetry, time, NullLogger<Closer>.Instance);
        _processor = new Processor(_line, runner, _closer, running, servers.Schema, options, _lifetime, time, NullLogger<Processor>.Instance);
        _heartbeat = new Heartbeat(running, _line, options, servers.Schema, time, NullLogger<Heartbeat>.Instance);
    }

    public static async Task<SimulatedWorker> StartAsync(SimulatedServers servers)
    {
        var worker = new SimulatedWorker(servers);
        await worker._processor.StartAsync(CancellationToken.None);
        return worker;
    }

    public void End(int which, Action<TaskCompletionSource<JobOutput>> end) => _handler.End(which, end);

    public void SucceedAll() => _handler.SucceedAll();

    public void CutOff() => _line.Cut();

    public void Reconnect() => _line.Mend();

    /// <summary>Renews its leases, unless nobody hears it.</summary>
    public Task HeartbeatAsync() => _line.IsCut ? Task.CompletedTask : _heartbeat.TickAsync(CancellationToken.None);

    /// <summary>As at SIGTERM.</summary>
    public async ValueTask DisposeAsync()
    {
        Reconnect();
        _lifetime.StopApplication();
        await _processor.ExecuteTask!;
        _processor.Dispose();
        _closer.Dispose();
    }
}
