using System.Text.Json.Nodes;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>What Job controller and kubelet would do with the one Job that comes: a pod that runs the command, in this process, until it ends or the Job goes.</summary>
internal sealed class JobRunner : IAsyncDisposable
{
    private readonly LoadedCluster _cluster;
    private readonly string? _waitingFor;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    /// <param name="cluster">Where.</param>
    /// <param name="waitingFor">Why the container never starts; null: it does.</param>
    public JobRunner(LoadedCluster cluster, string? waitingFor = null)
    {
        (_cluster, _waitingFor) = (cluster, waitingFor);
        _running = RunAsync();
    }

    /// <summary>The Job as it was made.</summary>
    public JsonObject? Job { get; private set; }

    public IReadOnlyList<JsonObject> Jobs => _cluster.Api.Objects.List(_cluster.Api.Resource("Job"), Support.Clusters.Dev);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        var changed = _cluster.Api.Objects.Changed;
        while ((Job = Jobs is [var made, ..] ? made : null) is null)
        {
            await changed.WaitAsync(_end.Token);
            changed = _cluster.Api.Objects.Changed;
        }

        var (api, name) = (_cluster.Api, (string)Job["metadata"]!["name"]! + "-x");
        var template = Job["spec"]!["template"]!;
        api.Make(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = template["metadata"]!["labels"]!.DeepClone() },
            ["spec"] = template["spec"]!.DeepClone(),
        }.ToJsonString());
        if (_waitingFor is not null)
        {
            api.SetStatus("Pod", name, """{"phase":"Pending","containerStatuses":[{"state":{"waiting":{"reason":"WHY","message":"no such image"}}}]}""".Replace("WHY", _waitingFor, StringComparison.Ordinal));
            return;
        }

        api.SetStatus("Pod", name, """{"phase":"Running"}""");
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
        string[] arguments = [.. template["spec"]!["containers"]![0]!["args"]!.AsArray().Select(a => (string)a! == "http://voiceassist-server:8000" ? _cluster.Gateway.Url.ToString() : (string)a!)];
        var load = CommandLine.RunAsync(
            arguments,
            new() { Output = output, Error = output, Variable = variable => variable == "VOICEASSIST_API_KEY" ? _cluster.Key : null, Folder = Repository.Root },
            gone.Token);
        changed = api.Objects.Changed;
        while (!load.IsCompleted && Jobs.Count > 0)
        {
            await Task.WhenAny(load, changed).WaitAsync(_end.Token);
            changed = api.Objects.Changed;
        }

        await gone.CancelAsync();
        await load;
        if (Jobs.Count > 0)
        {
            api.SetStatus("Pod", name, """{"phase":"Succeeded"}""");
        }
    }
}
