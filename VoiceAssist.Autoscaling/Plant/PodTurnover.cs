namespace VoiceAssist.Autoscaling.Plant;

/// <summary>The Deployment controller: as many pods as asked for, and old ones replaced within surge and unavailability.</summary>
internal static class PodTurnover
{
    public static void Settle(WorkloadPlant plant, double now)
    {
        var alive = plant.Pods.Where(p => !p.IsDeleted).ToList();
        var outdated = alive.Where(plant.IsOutdated).ToList();
        if (outdated.Count == 0)
        {
            Resize(plant, alive, now);
        }
        else
        {
            Replace(plant, alive, outdated, now);
        }
    }

    private static void Resize(WorkloadPlant plant, List<SimulatedPod> alive, double now)
    {
        for (var missing = plant.Replicas - alive.Count; missing > 0 && plant.TryCreate(now); missing--)
        {
        }

        foreach (var pod in FirstToGo(alive).Take(alive.Count - plant.Replicas))
        {
            plant.Delete(pod, now);
        }
    }

    private static void Replace(WorkloadPlant plant, List<SimulatedPod> alive, List<SimulatedPod> outdated, double now)
    {
        var replicas = plant.Replicas;
        var rollout = plant.Model.Capacity.Rollout;
        var (surge, unavailable) = (rollout.Surge(replicas), rollout.MaxUnavailable.Of(replicas, roundUp: false));
        if (surge == 0 && unavailable == 0)
        {
            unavailable = 1;
        }

        var current = alive.Count - outdated.Count;
        var room = Math.Min(replicas + surge - alive.Count, replicas - current);
        for (; room > 0 && plant.TryCreate(now); room--)
        {
        }

        // Old pods that never became ready cost no availability; of the ready ones only what may be unavailable goes.
        var spare = alive.Count(p => p.IsReady) - (replicas - unavailable);
        foreach (var pod in FirstToGo(outdated))
        {
            if (!pod.IsReady)
            {
                plant.Delete(pod, now);
            }
            else if (spare > 0)
            {
                spare--;
                plant.Delete(pod, now);
            }
        }
    }

    // The order of the ReplicaSet controller: without node, not ready, then the youngest.
    private static IEnumerable<SimulatedPod> FirstToGo(List<SimulatedPod> pods) => pods
        .OrderBy(p => p.Node is not null)
        .ThenBy(p => p.IsReady)
        .ThenByDescending(p => p.ReadyAt)
        .ThenByDescending(p => p.CreatedAt);
}
