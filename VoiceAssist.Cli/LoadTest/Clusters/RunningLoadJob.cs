using System.Globalization;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Sending;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>A <see cref="LoadJob"/> from its creation to its removal: read by the log of its pod, which nothing but this test keeps alive.</summary>
internal sealed class RunningLoadJob(ConnectedCluster cluster, string space, string name, Surroundings around) : IAsyncDisposable
{
    /// <summary>Between two signs of life.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromSeconds(20);

    /// <summary>A Job whose test has been silent for so long is a leftover.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromMinutes(2);

    /// <summary>Scheduling and pulling the image.</summary>
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan RemovedWithin = TimeSpan.FromSeconds(10);

    /// <summary>A cluster that does not answer for so long is lost; the load goes on meanwhile.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(2);

    private static readonly string[] CannotStart = ["ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "CreateContainerConfigError", "CreateContainerError"];

    private readonly Dictionary<string, LoadLine> _latest = new(StringComparer.Ordinal);
    private volatile string _lastWords = "";
    private long _seen = around.Time.GetTimestamp();

    private static string Jobs(string space) => $"/apis/batch/v1/namespaces/{space}/jobs";

    /// <summary>Removes what tests left behind that were killed.</summary>
    /// <exception cref="FailureException">Another test runs.</exception>
    public static async Task RemoveLeftoversAsync(ConnectedCluster cluster, string space, Surroundings around, CancellationToken cancel)
    {
        foreach (var job in await cluster.Client.ListAsync(Jobs(space), cancel, $"labelSelector={Uri.EscapeDataString(LoadJob.Selector)}"))
        {
            var (name, metadata) = ((string)job["metadata"]!["name"]!, job["metadata"]!);
            var isOver = (job["status"]?["conditions"] as JsonArray ?? []).Any(c => (string?)c!["type"] is "Complete" or "Failed" && (string?)c["status"] == "True");
            if (!isOver && SeenAt(metadata) is { } seen && around.Time.GetUtcNow() - seen < DeadAfter)
            {
                throw new FailureException($"Another load test runs in {space} (Job {name}, last seen {seen:HH:mm:ss} UTC): wait for its end, or delete the Job.");
            }

            await cluster.Client.DeleteAsync($"{Jobs(space)}/{name}", cancel);
            await around.Error.WriteLineAsync($"Removed Job {name}: a test that was ended left it behind.");
        }
    }

    /// <summary>Makes the Job and waits until its first request is due.</summary>
    /// <exception cref="FailureException">It cannot be made, or its pod does not start.</exception>
    public async Task StartAsync(JsonObject job, CancellationToken cancel)
    {
        try
        {
            // Waited for even when the test is interrupted now: a Job that comes to be after its removal would stay.
            await cluster.Client.CreateAsync(Jobs(space), job, CancellationToken.None);
        }
        catch (ClusterException refused)
        {
            throw new FailureException($"The Job of the load cannot be made in {space}: {refused.Message}. Without --in-cluster this machine sends the load, and nothing is made there.");
        }

        var asked = around.Time.GetTimestamp();
        while (true)
        {
            var (pod, lines) = await ReadAsync(tail: 5, cancel);
            if (lines.FirstOrDefault(l => l.State == LoadState.Ready) is { StartsInSeconds: { } seconds })
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), around.Time, cancel);
                return;
            }

            if (Problem(pod) is { } problem)
            {
                throw new FailureException($"The load does not start: {problem}");
            }

            if (around.Time.GetElapsedTime(asked) > StartsWithin)
            {
                throw new FailureException($"The load did not start within {StartsWithin.TotalMinutes:0} min: {(pod is null ? $"Job {name} has no pod, perhaps for the quota" : $"pod {pod["metadata"]!["name"]} is {pod["status"]?["phase"]}")}. See 'kubectl describe -n {space} job/{name}'.");
            }

            await SayAliveAsync(cancel);
            await Task.Delay(around.PollEvery, around.Time, cancel);
        }
    }

    /// <summary>What came of a load so far.</summary>
    public LoadResult? ResultOf(string workload)
    {
        lock (_latest)
        {
            return _latest.GetValueOrDefault(workload)?.Result;
        }
    }

    /// <summary>Waits for the end of a load.</summary>
    /// <exception cref="FailureException">The pod ended before it, or the cluster is lost.</exception>
    public async Task<LoadResult> WaitAsync(string workload, CancellationToken cancel)
    {
        var answered = around.Time.GetTimestamp();
        while (true)
        {
            await Task.Delay(around.PollEvery, around.Time, cancel);
            JsonObject? pod;
            try
            {
                (pod, _) = await ReadAsync(tail: 4, cancel);
                if (HasEnded(pod))
                {
                    // Runtimes keep a long line in parts, and the tail counts these: only the whole log is sure to hold the last lines whole.
                    (pod, _) = await ReadAsync(tail: null, cancel);
                }

                answered = around.Time.GetTimestamp();
            }
            catch (Exception e) when (e is ClusterException or UnreachableException)
            {
                if (around.Time.GetElapsedTime(answered) > LostAfter)
                {
                    throw new FailureException($"The load cannot be followed any more: {e.Message}");
                }

                continue;
            }

            lock (_latest)
            {
                if (_latest.GetValueOrDefault(workload) is { State: LoadState.Done, Result: { } result })
                {
                    return result;
                }
            }

            if (pod is null || HasEnded(pod))
            {
                throw new FailureException($"The load ended before its time: {(pod is null ? $"the pod of Job {name} is gone" : Problem(pod) ?? "its log does not say how")}.");
            }

            await SayAliveAsync(cancel);
        }
    }

    /// <summary>Removes the Job and its pod, whatever has happened.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(RemovedWithin, around.Time);
        try
        {
            await cluster.Client.DeleteAsync($"{Jobs(space)}/{name}", limit.Token);
        }
        catch (Exception e) when (e is ClusterException or UnreachableException or OperationCanceledException)
        {
            await around.Error.WriteLineAsync($"Job {name} in {space} could not be removed ({e.Message}); the next test removes it, and so does the cluster in time.");
        }
    }

    private static DateTimeOffset? SeenAt(JsonNode metadata) =>
        DateTimeOffset.TryParse((string?)metadata["annotations"]?[LoadJob.SeenAnnotation], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seen) ? seen : null;

    private async Task<(JsonObject? Pod, IReadOnlyList<LoadLine> Lines)> ReadAsync(int? tail, CancellationToken cancel)
    {
        var pods = await cluster.Client.ListAsync($"/api/v1/namespaces/{space}/pods", cancel, $"labelSelector={Uri.EscapeDataString($"app.kubernetes.io/name={name}")}");
        if (pods.Count == 0)
        {
            return (null, []);
        }

        var log = await cluster.Client.TextAsync($"/api/v1/namespaces/{space}/pods/{pods[0]["metadata"]!["name"]}/log?container={LoadJob.Container}{(tail is null ? "" : $"&tailLines={tail}")}", cancel);
        _lastWords = (log ?? "").Split('\n').LastOrDefault(l => l.Length > 0 && !l.StartsWith('{')) ?? _lastWords;
        LoadLine[] lines = [.. (log ?? "").Split('\n').Select(LoadLine.Parse).OfType<LoadLine>()];
        lock (_latest)
        {
            foreach (var line in lines.Where(l => l.Workload is not null))
            {
                _latest[line.Workload!] = line;
            }
        }

        return (pods[0], lines);
    }

    private async Task SayAliveAsync(CancellationToken cancel)
    {
        if (around.Time.GetElapsedTime(Interlocked.Read(ref _seen)) < SeenEvery)
        {
            return;
        }

        Interlocked.Exchange(ref _seen, around.Time.GetTimestamp());
        try
        {
            await cluster.Client.MergeAsync(
                $"{Jobs(space)}/{name}",
                new() { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [LoadJob.SeenAnnotation] = LoadJob.Seen(around.Time.GetUtcNow()) } } },
                cancel);
        }
        catch (Exception e) when (e is ClusterException or UnreachableException)
        {
            // The next sign of life may arrive; the load goes on.
        }
    }

    private static bool HasEnded(JsonObject? pod) => (string?)pod?["status"]?["phase"] is "Failed" or "Succeeded";

    // The Job goes, and its log with it.
    private string? Problem(JsonObject? pod)
    {
        var state = pod?["status"]?["containerStatuses"]?[0]?["state"];
        return state switch
        {
            _ when (string?)state?["waiting"]?["reason"] is { } reason && CannotStart.Contains(reason) => $"{reason}: {state!["waiting"]!["message"] ?? pod!["spec"]?["containers"]?[0]?["image"]}",
            _ when state?["terminated"] is { } ended => $"its program ended with {ended["exitCode"]}{((string?)ended["reason"] is { } why ? $" ({why})" : "")}{(_lastWords.Length > 0 ? $": {_lastWords.TrimEnd('.')}" : "")}",
            _ => null,
        };
    }
}
