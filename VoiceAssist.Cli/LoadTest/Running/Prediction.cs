using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Verdicts;
using VoiceAssist.Autoscaling.Workloads;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>What the simulator says that a workload will do under a load. Times are since the load began.</summary>
/// <param name="Run">The simulated run, which begins <see cref="Lead"/> before the load.</param>
/// <param name="Pipeline">How late its metrics are.</param>
/// <param name="CpuSeconds">What a request is taken to cost.</param>
/// <param name="IsMeasured">Whether that was measured, or assumed.</param>
/// <param name="LoadEnds">When the load ends.</param>
internal sealed record Prediction(WorkloadRun Run, MetricPipeline Pipeline, double CpuSeconds, bool IsMeasured, TimeSpan LoadEnds)
{
    /// <summary>The controller has looked once before the load begins.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(1);

    // The last pod leaves the gateway's fifteen after some hours.
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(4);

    // Jobs wait for as long as it takes.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Until the first added pod is Ready; null when none is added.</summary>
    public TimeSpan? Reaction => Reactions.Up(Run, Lead);

    /// <summary>From the end of the load until the first pod is stopped.</summary>
    public TimeSpan? FirstDown => Reactions.Down(Run, Lead + LoadEnds);

    public int Most => Run.Points.Max(p => p.Wanted);

    /// <summary>From the end of the load until the minimum is reached; null when it is not within some hours.</summary>
    public TimeSpan? BackAtMinimum
    {
        get
        {
            var min = Run.Model.Capacity.MinReplicas;
            var after = Run.Points.Where(p => p.Time >= Lead + LoadEnds).ToList();
            var last = after.FindLastIndex(p => p.Wanted > min);
            return last == after.Count - 1 && last >= 0 ? null : last < 0 ? TimeSpan.Zero : after[last + 1].Time - Lead - LoadEnds;
        }
    }

    public static Prediction Of(RehearsedWorkload workload, TestLoad load, double? cpuSeconds)
    {
        var deployment = new ScaledDeployment(
            KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(workload.Autoscaler),
            new(Cpu.FromMillicores(workload.CpuRequest), Memory.FromBytes(workload.MemoryRequest)),
            new(Cpu.FromMillicores(workload.CpuLimit), Memory.FromBytes(workload.MemoryLimit)),
            new());
        var model = SimulatedWorkload.Model(deployment, new DelayedLoad(load.Profile, Lead), Lead + load.Profile.Length + Horizon, TimeSpan.FromSeconds(workload.ScrapeSeconds));
        var one = model.Workloads[0];
        var cost = cpuSeconds ?? SimulatedWorkload.CpuSecondsPerRequest;

        // These jobs are short: what counts is their CPU, as of requests, but they wait for as long as it takes.
        var service = new RequestService { CpuSecondsPerRequest = cost };
        model = model with
        {
            Workloads =
            [
                one with
                {
                    Service = load.IsJobs ? service with { Timeout = Patience } : service,
                    InitialReplicas = Math.Clamp(workload.Wanted, one.Capacity.MinReplicas, one.Capacity.MaxReplicas),
                },
            ],
        };
        return new(Simulator.Run(model).Workloads[0], model.Pipeline, cost, cpuSeconds is not null, load.Profile.Length);
    }

    /// <summary>What a load that brought another number of replicas than predicted leaves behind: from there down without load.</summary>
    /// <param name="replicas">The replicas at the end of the load.</param>
    public Prediction After(int replicas)
    {
        var spec = AutoscalerSpec.From(Run.Model.Autoscaler!);
        var lag = spec.Metrics.All(m => m.Kind == MetricSourceKind.Resource) ? TimeSpan.Zero : Pipeline.EffectiveRateWindow;
        var model = new SimulationModel
        {
            Duration = Horizon,
            Pipeline = Pipeline,
            Workloads = [Run.Model with { InitialReplicas = Math.Clamp(replicas, spec.MinReplicas, spec.MaxReplicas), Load = new ConstantLoad(0) }],
        };

        // The simulated metrics are at rest from the start; the real ones still hold the end of the load.
        return new(Simulator.Run(model).Workloads[0], Pipeline, CpuSeconds, IsMeasured, -Lead - lag);
    }

    /// <summary>Replicas wanted at a time since the load began.</summary>
    public int WantedAt(TimeSpan time) => Run.Points.LastOrDefault(p => p.Time <= Lead + time)?.Wanted ?? Run.Points[0].Wanted;

    /// <summary>When replicas change and to how many, since the load began, up to a time.</summary>
    public IEnumerable<(TimeSpan Time, int Wanted)> Steps(TimeSpan until) =>
        [(TimeSpan.Zero, WantedAt(TimeSpan.Zero)), .. Run.Changes.Where(c => c.Time > Lead && c.Time - Lead <= until).Select(c => (c.Time - Lead, c.To)), (until, WantedAt(until))];
}
