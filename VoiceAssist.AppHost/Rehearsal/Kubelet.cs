namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>Probes the replicas of a workload, and follows what the orchestrator says of them.</summary>
internal sealed class Kubelet(LocalWorkload workload, HttpClient client, CompressedTime time, ResourceNotificationService notifications)
{
    private static readonly TimeSpan DefaultPeriod = TimeSpan.FromSeconds(10);

    private TimeSpan Period => workload.Policies.Readiness?.Period ?? DefaultPeriod;

    /// <summary>Until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([FollowAsync(cancellationToken), .. workload.Pods.Select(p => ProbeAsync(p, cancellationToken))]);

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var change in notifications.WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            workload.Pods.FirstOrDefault(p => p.Resource == change.Resource)?.Take(change.Snapshot);
        }
    }

    private async Task ProbeAsync(LocalPod pod, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            if (!pod.IsRunning)
            {
                pod.SetReady(false, time.Now);
            }
            else if (await AnswersAsync(pod, cancellationToken).ConfigureAwait(false))
            {
                failures = 0;
                pod.SetReady(true, time.Now);
            }
            else if (++failures >= (workload.Policies.Readiness?.Failures ?? 1))
            {
                pod.SetReady(false, time.Now);
            }

            await time.DelayAsync(Period, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> AnswersAsync(LocalPod pod, CancellationToken cancellationToken)
    {
        if (workload.Policies.Readiness is not { Path: { } path } probe)
        {
            return true;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(probe.Timeout);
        try
        {
            var url = await pod.Http.GetValueAsync(limit.Token).ConfigureAwait(false);
            using var answer = await client.GetAsync(new Uri(url + path), limit.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
