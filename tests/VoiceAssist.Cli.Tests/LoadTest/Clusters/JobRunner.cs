using System.Text.Json.Nodes;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>What Job controller and kubelet would do with the one Job that comes: a pod that runs the command, in this process, until it ends or the Job goes; what is left of it then goes with the Job.</summary>
internal sealed class JobRunner : IAsyncDisposable
{
    private readonly LoadedCluster _cluster;
    private readonly string? _waitingFor;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    /// <param name="cluster">Where.</param>
    /// <param name="waitingFor">Why the container never starts; null: it does.</param>
    /// <param name="time">The pod's clock; null: the machine's.</param>
    public JobRunner(LoadedCluster cluster, string? waitingFor = null, TimeProvider? time = null)
    {
        (_cluster, _waitingFor, _time) = (cluster, waitingFor, time ?? TimeProvider.System);
        _running = RunAsync();
    }

    /// <summary>The API key that the pod has, if not the one that setup made.</summary>
    public string? Key { get; init; }

    /// <summary>The Job as it was made.</summary>
    public JsonObject? Job { get; private set; }

    public IReadOnlyList<JsonObject> Jobs => _cluster.Api.Objects.List(_cluster.Api.Resource("Job"), _cluster.Namespace);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _end.Dispose();
    }

    /// <summary>Ends whatever runs, and waits for it.</summary>
    public async Task StopAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync()
    {
        Job = await FirstAsync();
        var (api, name) = (_cluster.Api, (string)Job["metadata"]!["name"]! + "-x");
        var template = Job["spec"]!["template"]!;
        api.Make(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = template["metadata"]!["labels"]!.DeepClone() },
            ["spec"] = template["spec"]!.DeepClone(),
        }.ToJsonString(), space: _cluster.Namespace);
        if (_waitingFor is not null)
        {
            api.SetStatus("Pod", name, """{"phase":"Pending","containerStatuses":[{"state":{"waiting":{"reason":"WHY","message":"no such image"}}}]}""".Replace("WHY", _waitingFor, StringComparison.Ordinal), _cluster.Namespace);
            await GoneAsync();
        }
        else
        {
            await RunPodAsync(name, template["spec"]!["containers"]![0]!["args"]!.AsArray());
        }

        if (Jobs.Count == 0)
        {
            api.Objects.Delete(api.Resource("Pod"), _cluster.Namespace, name, dryRun: false);
        }
    }

    private async Task RunPodAsync(string name, JsonArray given)
    {
        var api = _cluster.Api;
        api.SetStatus("Pod", name, """{"phase":"Running"}""", _cluster.Namespace);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        var log = new StringWriter();
        var output = TextWriter.Synchronized(log);
        api.PodLogs[name] = () =>
        {
            lock (output)
            {
                return log.ToString();
            }
        };
        string[] arguments = [.. given.Select(a => (string)a! == "http://voiceassist-server:8000" ? _cluster.Gateway.Url.ToString() : (string)a!)];
        var load = CommandLine.RunAsync(
            arguments,
            new() { Output = output, Error = output, Variable = variable => variable == "VOICEASSIST_API_KEY" ? Key ?? _cluster.Key : null, Folder = Repository.Root, Time = _time },
            gone.Token);
        var removed = GoneAsync();
        await Task.WhenAny(load, removed);
        if (!removed.IsCompleted)
        {
            var code = await load;
            api.SetStatus(
                "Pod",
                name,
                """{"phase":"PHASE","containerStatuses":[{"state":{"terminated":{"exitCode":CODE}}}]}""".Replace("PHASE", code == 0 ? "Succeeded" : "Failed", StringComparison.Ordinal).Replace("CODE", $"{code}", StringComparison.Ordinal),
                _cluster.Namespace);
            await removed;
        }

        await gone.CancelAsync();
        await load;
    }

    private async Task<JsonObject> FirstAsync()
    {
        while (true)
        {
            var changed = _cluster.Api.Objects.Changed;
            if (Jobs is [var made, ..])
            {
                return made;
            }

            await changed.WaitAsync(_end.Token);
        }
    }

    // Or until this runner itself ends.
    private async Task GoneAsync()
    {
        while (Jobs.Count > 0 && !_end.IsCancellationRequested)
        {
            var changed = _cluster.Api.Objects.Changed;
            if (Jobs.Count > 0)
            {
                await changed.WaitAsync(_end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
