using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Setup;

/// <summary>Waits until workloads are rolled out, and says how far they are.</summary>
internal sealed class RolloutWait(ConnectedCluster cluster, Terminal terminal, Surroundings around)
{
    /// <exception cref="FailureException">A progress deadline or the time limit has passed; the message says what the pods wait for.</exception>
    public async Task WaitAsync(IReadOnlyList<ObjectRef> workloads, TimeSpan limit, CancellationToken cancel)
    {
        var said = new Dictionary<ObjectRef, string>();
        var start = around.Time.GetTimestamp();
        var waiting = workloads.ToList();
        while (true)
        {
            foreach (var workload in waiting.ToList())
            {
                var live = await cluster.GetAsync(workload, cancel) ?? throw new FailureException($"{workload} is gone: somebody deleted it meanwhile.");
                var state = RolloutState.Of(live);
                if (said.GetValueOrDefault(workload) != state.Text)
                {
                    said[workload] = state.Text;
                    terminal.Line($"  {workload}: {state.Text}", state.IsDone ? Tone.Good : Tone.Plain);
                }

                if (state.HasFailed)
                {
                    throw new FailureException($"{workload} does not roll out: {state.Text}{await TroubleAsync(live, cancel)}");
                }

                if (state.IsDone)
                {
                    waiting.Remove(workload);
                }
            }

            if (waiting.Count == 0)
            {
                return;
            }

            if (around.Time.GetElapsedTime(start) > limit)
            {
                var live = await cluster.GetAsync(waiting[0], cancel);
                throw new FailureException($"Not rolled out within {limit.TotalSeconds:0} s: {string.Join("; ", waiting.Select(w => $"{w}: {said[w]}"))}{(live is null ? "" : await TroubleAsync(live, cancel))}");
            }

            await Task.Delay(around.PollEvery, around.Time, cancel);
        }
    }

    private async Task<string> TroubleAsync(JsonObject workload, CancellationToken cancel)
    {
        var labels = string.Join(',', (workload["spec"]?["selector"]?["matchLabels"] as JsonObject ?? []).Select(l => $"{l.Key}={l.Value}"));
        var pods = await cluster.Client.ListAsync($"/api/v1/namespaces/{workload["metadata"]!["namespace"]}/pods", cancel, "labelSelector=" + Uri.EscapeDataString(labels));


        // Pods that a quota or Pod Security refuses are never there to be asked.
        var refused = (workload["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(c => (string?)c["type"] == "ReplicaFailure" && (string?)c["status"] == "True").Select(c => (string?)c["message"]).OfType<string>();
        var reasons = pods.SelectMany(PodTrouble.Of).Concat(refused).Distinct().ToList();
        return reasons.Count == 0 ? "" : $" ({string.Join("; ", reasons)})";
    }
}
