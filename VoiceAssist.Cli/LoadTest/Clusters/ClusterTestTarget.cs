using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Live;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>An environment in a cluster. The test makes no object there, so that nothing can be left behind.</summary>
internal sealed class ClusterTestTarget : ITestTarget
{
    private const int GatewayPort = 8000;

    private readonly ConnectedCluster _cluster;
    private readonly PublishedEnvironment _environment;
    private readonly AutoscalerReader _reader;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _start;
    private readonly PortForward? _forward;
    private readonly Uri _gateway;
    private volatile IReadOnlyList<string> _gatewayPods = [];

    /// <param name="cluster">The cluster, which ends with the target.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="gateway">The gateway's address; null: its pods' ports are forwarded.</param>
    /// <param name="time">For the time.</param>
    public ClusterTestTarget(ConnectedCluster cluster, PublishedEnvironment environment, Uri? gateway, TimeProvider time)
    {
        (_cluster, _environment, _time, _start) = (cluster, environment, time, time.GetUtcNow());
        _reader = new(cluster, time);
        _forward = gateway is null ? new(cluster.Target, environment.Namespace, GatewayPort, () => _gatewayPods) : null;
        _gateway = gateway ?? _forward!.Url;
    }

    public string Name => $"{_environment.Name} (namespace {_environment.Namespace}, context {_cluster.Target.Context}, {(_forward is null ? _gateway : "forwarded ports of the gateway's pods")})";

    public double Speed => 1;

    public async Task<IReadOnlyList<RehearsedWorkload>> LookAsync(CancellationToken cancel)
    {
        try
        {
            var all = await _reader.ReadAllAsync(_environment.Namespace, cancel);
            _gatewayPods = [.. all.Where(a => a.Autoscaler.Spec.ScaleTargetRef.Name == TestLoad.Gateway).SelectMany(a => a.Observation.Pods).Where(p => p.IsRunningAndReady && !p.Deleting).Select(p => p.Name)];
            return ClusterWorkloads.Of(all, _environment.Plan, _start);
        }
        catch (Exception e) when (e is UnreachableException or ClusterException)
        {
            throw new FailureException($"The cluster does not answer: {e.Message}");
        }
    }

    public async Task<ILoadSource> PrepareAsync(TestLoad load, LoadOptions options, CancellationToken cancel) =>
        _forward is not null && _gatewayPods.Count == 0
            ? throw new FailureException($"No pod of {TestLoad.Gateway} in {_environment.Namespace} is ready: see 'voiceassist status {_environment.Name}'.")
            : await DirectLoad.ToAsync(_gateway, load, options, _time, cancel);

    public async ValueTask DisposeAsync()
    {
        if (_forward is not null)
        {
            await _forward.DisposeAsync();
        }

        _cluster.Dispose();
    }
}
