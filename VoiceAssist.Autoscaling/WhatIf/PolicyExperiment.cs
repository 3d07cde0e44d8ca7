using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Verdicts;

namespace VoiceAssist.Autoscaling.WhatIf;

/// <summary>What would happen with another policy: changes an autoscaler in memory and simulates both.</summary>
public static class PolicyExperiment
{
    /// <summary>Runs a model as it is and with one autoscaler changed, under the same seed.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="workload">Whose autoscaler is changed.</param>
    /// <param name="change">Changes a copy of the autoscaler.</param>
    /// <param name="seed">The seed of both runs.</param>
    /// <exception cref="ArgumentException">The model has no such workload, or it has no autoscaler.</exception>
    /// <exception cref="Validation.InvalidAutoscalerException">The changed autoscaler is one the API server would refuse.</exception>
    public static Comparison Compare(SimulationModel model, string workload, Action<V2HorizontalPodAutoscaler> change, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(change);
        var changed = model with
        {
            Workloads = [.. model.Workloads.Select(w => w.Name == workload ? w with { Autoscaler = Changed(w.Autoscaler, workload, change) } : w)],
        };
        var before = Simulator.Run(model, seed)[workload];
        var after = Simulator.Run(changed, seed)[workload];
        return new(before, after, Figures(before, after));
    }

    private static V2HorizontalPodAutoscaler Changed(V2HorizontalPodAutoscaler? autoscaler, string workload, Action<V2HorizontalPodAutoscaler> change)
    {
        var copy = KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(KubernetesJson.Serialize(
            autoscaler ?? throw new ArgumentException($"Workload {workload} has no autoscaler to change.", nameof(workload))));
        change(copy);
        return copy;
    }

    private static ComparedFigure[] Figures(WorkloadRun before, WorkloadRun after)
    {
        return
        [
            Figure("vCPU-hours requested", "h", r => r.VcpuHours),
            Figure("replicas, average", "", r => r.Points.Average(p => p.Wanted)),
            Figure("replicas, most", "", r => r.Points.Max(p => p.Wanted)),
            Figure("changes of the replica count", "", r => r.Changes.Count),
            Figure("turns of direction in 15 min", "", r => RunFigures.Flapping(r, TimeSpan.FromMinutes(15))),
            Figure("time at the maximum", "%", r => RunFigures.TimeAtMaximum(r) * 100),
            Figure("latency, 95th percentile", "ms", r => RunFigures.LatencyPercentile(r, 0.95).TotalMilliseconds),
            Figure("longest wait in the queue", "s", r => r.Points.Max(p => p.QueueAge.TotalSeconds)),
            Figure("unserved requests", "", r => r.Unserved),
        ];

        ComparedFigure Figure(string name, string unit, Func<WorkloadRun, double> of) => new(name, unit, of(before), of(after));
    }
}
