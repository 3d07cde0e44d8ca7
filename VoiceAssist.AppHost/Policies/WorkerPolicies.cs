using VoiceAssist.Contracts;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.AppHost.Policies;

/// <summary>How the worker runs in Kubernetes.</summary>
internal static class WorkerPolicies
{
    public static IResourceBuilder<ProjectResource> WithWorkerPolicies(this IResourceBuilder<ProjectResource> worker) => worker
        .WithWorkloadSettings()
        .AsWorkload(workload => workload
            .Container("worker")
            .PartAs("worker")
            .StartsWithin(TimeSpan.FromSeconds(30)))
        .WithClusterImage(image => image.From(Images.Worker))
        .WithResources(resources => resources
            .Cpu("1000m", "4000m", "Speech recognition keeps one core busy.")
            .Memory("1Gi", "4Gi", "Command decoders take 10 MB each, one of dictation 120 MB, a long recording some more.")
            .In("dev", dev => dev.Cpu("500m", "2000m").Memory("512Mi", "2Gi"))
            .In("prod", prod => prod.Cpu("1500m", "6000m").Memory("1.5Gi", "6Gi")))
        .WithHorizontalScaling(scaling => scaling
            .Replicas(1, 5, "One idles well; five work off a busy hour.")
            .CpuUtilization(80, "Nobody waits in front of a worker: less room than the gateway needs.")
            .MemoryUtilization(85, "Models are held at all times; what grows are recordings in work.")
            .ExternalMetric(Metrics.QueueDepth.Exported, ScalingTarget.Average("50"), because: "Jobs per pod. The queue is one for all pods, hence external: as a metric of pods each would report the whole queue.")
            .ExternalMetric(Metrics.QueueOldestAge.Exported, ScalingTarget.Total("60"), because: "Seconds that the oldest job may wait.")
            .ScaleUp(up => up
                .Stabilize(TimeSpan.FromSeconds(30), "A burst that is over in half a minute needs no pod.")
                .Percent(50, per: TimeSpan.FromSeconds(60), "A queue forgives a minute: half as many again is enough.")
                .Pods(1, per: TimeSpan.FromSeconds(60), "Half of one pod is none.")
                .TheLarger())
            .ScaleDown(down => down
                .Stabilize(TimeSpan.FromSeconds(600), "Jobs come in waves.")
                .Percent(10, per: TimeSpan.FromSeconds(600), "Gently: with so few pods it is one.")
                .Pods(1, per: TimeSpan.FromSeconds(600), "A worker that goes hands its jobs back; not many at a time.")
                .TheSmaller())
            .In("dev", dev => dev.Replicas(1, 2, "Two show that it scales.").CpuUtilization(85, "Fewer and fuller pods."))
            .In("staging", staging => staging.Replicas(1, 3, "Three carry a load test."))
            .In("prod", prod => prod
                .Replicas(2, 8, "Two, so that one may go; eight work off a busy hour.")
                .CpuUtilization(75, "Earlier: a new worker has its models to load first.")))
        .WithVerticalRecommendation(recommendation => recommendation.Cpu("500m", "8").Memory("512Mi", "8Gi"))
        .WithDisruptionBudget(budget => budget
            .MinAvailable(0, "All may go: jobs are retried.")
            .EvictUnhealthy(UnhealthyPodEviction.AlwaysAllow))
        .WithProbes(probes => probes
            .Liveness(ProbeRule.Get(EndpointPaths.Health, every: TimeSpan.FromSeconds(30), failures: 3))
            .Readiness(ProbeRule.Get(EndpointPaths.Ready, every: TimeSpan.FromSeconds(15), failures: 2))
            .Startup(ProbeRule.Get(EndpointPaths.Health, every: TimeSpan.FromSeconds(5), failures: 30)))
        .WithRollout(rollout => rollout.Rolling(maxSurge: "1", maxUnavailable: "1", "A job that loses its worker goes to another one."))
        .WithMonitoring(monitoring => monitoring
            .Exports(Shared(Metrics.QueueDepth))
            .Exports(Shared(Metrics.QueueOldestAge))
            .AlertsWhen(new(
                "DeadLetters",
                Metrics.Jobs.Exported,
                $"sum(increase({Metrics.Jobs.Exported}{{outcome=\"failed\",$selector}}[15m]))",
                Above: 0,
                For: TimeSpan.FromMinutes(1))
            {
                Summary = "{{ $value | humanize }} jobs failed for good within 15 minutes.",
            }));

    /// <summary>A figure of the one queue, which every pod reports: the greatest is the newest; a sum would count it once per pod.</summary>
    private static ExportedMetric Shared(Metric metric) =>
        new(metric.Exported, ScalingMetricSource.External, metric.Exported, $"max({metric.Exported}{{$selector}})");
}
