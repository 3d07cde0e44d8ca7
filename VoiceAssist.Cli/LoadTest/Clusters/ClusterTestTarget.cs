using System.Net;
using System.Security.Cryptography;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Live;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>An environment in a cluster. Unless the load is sent from within, the test makes no object there, so that nothing can be left behind.</summary>
internal sealed class ClusterTestTarget : ITestTarget
{
    public const int GatewayPort = 8000;

    /// <summary>From the moment that the Job is seen to be ready, it waits so long: both sides begin together.</summary>
    private static readonly TimeSpan JobStartsAfter = TimeSpan.FromSeconds(3);

    private readonly ConnectedCluster _cluster;
    private readonly PublishedEnvironment _environment;
    private readonly AutoscalerReader _reader;
    private readonly Surroundings _around;
    private readonly string? _jobImage;
    private readonly DateTimeOffset _start;
    private readonly PortForward? _forward;
    private readonly Uri? _gateway;
    private RunningLoadJob? _job;
    private volatile IReadOnlyList<string> _gatewayPods = [];

    /// <param name="cluster">The cluster, which ends with the target.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="gateway">The gateway's address; null: its pods' ports are forwarded.</param>
    /// <param name="jobImage">The image of the command that sends the load from within the cluster; null: it is sent from here.</param>
    /// <param name="around">For the time and the API key.</param>
    public ClusterTestTarget(ConnectedCluster cluster, PublishedEnvironment environment, Uri? gateway, string? jobImage, Surroundings around)
    {
        (_cluster, _environment, _jobImage, _around, _start) = (cluster, environment, jobImage, around, around.Time.GetUtcNow());
        _reader = new(cluster, around.Time);
        _forward = gateway is null && jobImage is null ? new(cluster.Target, environment.Namespace, GatewayPort, () => _gatewayPods) : null;
        _gateway = gateway ?? _forward?.Url;
    }

    public string Name => $"{_environment.Name} (namespace {_environment.Namespace}, context {_cluster.Target.Context}, {(_jobImage is not null ? "a Job beside the gateway" : _forward is null ? _gateway : "forwarded ports of the gateway's pods")})";

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
            throw new FailureException(e is UnreachableException
                ? $"The cluster does not answer: {e.Message}"
                : $"The autoscalers cannot be read: {e.Message}. Ask for this right, or name another context with --context.");
        }
    }

    public async Task<IReadOnlyList<ILoadSource>> PrepareAsync(IReadOnlyList<TestLoad> loads, LoadOptions options, CancellationToken cancel)
    {
        if (_gatewayPods.Count == 0 && (_forward is not null || _jobImage is not null))
        {
            throw new FailureException($"No pod of {TestLoad.Gateway} in {_environment.Namespace} is ready: see 'voiceassist status {_environment.Name}'.");
        }

        try
        {
            await RemoveLeftoversAsync(cancel);
            return _jobImage is null
                ? await DirectLoad.ToAsync(_gateway!, loads, options with { ApiKey = await GatewayKey.FindAsync(_cluster, _environment, _around, cancel) }, _around.Time, cancel)
                : await StartJobAsync(_jobImage, loads, options, cancel);
        }
        catch (Exception e) when (e is UnreachableException or ClusterException)
        {
            throw new FailureException($"The load cannot be prepared: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_job is not null)
        {
            await _job.DisposeAsync();
        }

        if (_forward is not null)
        {
            await _forward.DisposeAsync();
        }

        _cluster.Dispose();
    }

    private async Task RemoveLeftoversAsync(CancellationToken cancel)
    {
        try
        {
            await RunningLoadJob.RemoveLeftoversAsync(_cluster, _environment.Namespace, _around, cancel);
        }
        catch (ClusterException refused) when (_jobImage is null && refused.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            // Who may not see Jobs made none.
        }
    }

    private async Task<IReadOnlyList<ILoadSource>> StartJobAsync(string image, IReadOnlyList<TestLoad> loads, LoadOptions options, CancellationToken cancel)
    {
        var name = $"voiceassist-load-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        _job = new(_cluster, _environment.Namespace, name, _around);
        await _job.StartAsync(LoadJob.Of(_environment, name, image, loads, options, JobStartsAfter, _around.Time.GetUtcNow()), cancel);
        return [.. loads.Select(load => new JobLoad(_job, load))];
    }
}
