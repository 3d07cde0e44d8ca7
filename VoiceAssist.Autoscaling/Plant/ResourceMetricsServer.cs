using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Kubelets that measure and metrics-server that fetches: usage is known only after both, and only as an average.</summary>
internal sealed class ResourceMetricsServer(MetricPipeline pipeline, SimulationClock clock, double phase)
{
    // metrics-server takes a container's start for the point before the last while the container is young, but ran at least this long.
    private const double FreshContainerSeconds = 10;

    private double _nextFetch = phase;

    /// <summary>Counts the fetches, so that readers know when their samples are out of date.</summary>
    public int Fetches { get; private set; }

    public void Step(double now, SimulatedNode[] nodes, WorkloadPlant[] workloads)
    {
        var measured = false;
        for (var i = 0; i < nodes.Length; i++)
        {
            measured |= !nodes[i].IsLost && now >= nodes[i].NextMeasurement;
        }

        if (measured)
        {
            Measure(now, workloads);
            for (var i = 0; i < nodes.Length; i++)
            {
                if (now >= nodes[i].NextMeasurement)
                {
                    nodes[i].NextMeasurement += pipeline.KubeletInterval.TotalSeconds;
                }
            }
        }

        if (now >= _nextFetch)
        {
            _nextFetch += pipeline.ResourceResolution.TotalSeconds;
            Fetches++;
            Fetch(workloads);
        }
    }

    /// <summary>The samples of a resource, one per pod that has any.</summary>
    public MetricObservation Read(string resource, List<SimulatedPod> pods)
    {
        var samples = new List<PodSample>(pods.Count);
        for (var i = 0; i < pods.Count; i++)
        {
            var pod = pods[i];
            if (pod is { Fetched: { } last, FetchedBefore: { } before } && pod.Node is { IsLost: false })
            {
                var milli = resource == "cpu"
                    ? (long)Math.Ceiling((last.CpuSeconds - before.CpuSeconds) / (last.Time - before.Time) * 1000)
                    : (long)last.Memory * 1000;
                samples.Add(new(pod.Name, milli, clock.WholeSecond(last.Time), TimeSpan.FromSeconds(last.Time - before.Time)));
            }
        }

        return MetricObservation.OfPods(samples);
    }

    private static void Measure(double now, WorkloadPlant[] workloads)
    {
        foreach (var workload in workloads)
        {
            foreach (var pod in workload.Pods)
            {
                if (pod.IsRunning && pod.Node is { IsLost: false } node && now >= node.NextMeasurement)
                {
                    pod.Measured = new(now, pod.CpuSeconds, pod.MemoryBytes);
                }
            }
        }
    }

    private void Fetch(WorkloadPlant[] workloads)
    {
        foreach (var workload in workloads)
        {
            foreach (var pod in workload.Pods)
            {
                if (pod.Measured is not { } measured || pod.Fetched?.Time >= measured.Time)
                {
                    continue;
                }

                var age = measured.Time - pod.RunningAt;
                var isFresh = age >= FreshContainerSeconds && age < pipeline.ResourceResolution.TotalSeconds;
                pod.FetchedBefore = isFresh ? new(pod.RunningAt, 0, 0) : pod.Fetched;
                pod.Fetched = measured;
            }
        }
    }
}
