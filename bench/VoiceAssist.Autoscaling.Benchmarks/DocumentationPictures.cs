using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.WhatIf;
using VoiceAssist.Autoscaling.Workloads;
using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Autoscaling.Benchmarks;

/// <summary>The pictures of docs/autoscaling, each the run that its page talks about.</summary>
internal static class DocumentationPictures
{
    private const string Gateway = "voiceassist-server";
    private const string Worker = "voiceassist-worker";
    private static readonly EnvironmentFigures Prod = VoiceAssistEnvironments.Prod;

    private static readonly NodeShape Node = new()
    {
        Name = "n8",
        Capacity = ResourceAmounts.Parse("8", "32Gi"),
        Reserved = ResourceAmounts.Parse("480m", "2Gi"),
        DaemonRequests = ResourceAmounts.Parse("300m", "512Mi"),
        DaemonPods = 6,
    };

    public static void Draw(string folder, string format)
    {
        Directory.CreateDirectory(folder);
        var step = new StepLoad(60, 500, Minutes(5), Minutes(20)).AsPoisson();
        Save("one-step", EnvironmentModels.Of(Prod, step, new ConstantLoad(0), Minutes(70)), Gateway, 0, "requests/s");

        var dip = new SpikeLoad(420, 60, Minutes(12), Minutes(4)).AsPoisson();
        Save("stabilization", EnvironmentModels.Of(Prod, dip, new ConstantLoad(0), Minutes(50)), Gateway, 0, "requests/s");

        var outage = EnvironmentModels.Of(Prod, step, new ConstantLoad(0), Minutes(70)) with
        {
            Disturbances = [new MetricOutageDisturbance(Gateway, "http_requests_per_second", Minutes(22), Minutes(45))],
        };
        Save("metric-outage", outage, Gateway, 0, "requests/s");

        var heap = EnvironmentModels.Of(Prod, step, new ConstantLoad(0), Minutes(70));
        var memory = heap.Workloads[0].Memory with { PerLoad = Quantities.Memory.FromMebibytes(10), FallsWithin = null };
        Save("memory-that-stays", heap with { Workloads = [heap.Workloads[0] with { Memory = memory }] }, Gateway, 1, "requests/s");

        var jobs = new StepLoad(0.4, 8, Minutes(5), Minutes(9)).AsPoisson();
        var queue = EnvironmentModels.Of(Prod, new ConstantLoad(0), jobs, Minutes(60));
        Save("queue", queue, Worker, 2, "jobs/s");
        Save("queue-as-pods-metric", queue with { Workloads = [EveryPodReportsTheQueue(queue.Workloads[1])] }, Worker, 0, "jobs/s");

        // The rise alone: where the seconds go.
        var rise = new StepLoad(60, 300, Minutes(1), Minutes(20)).AsPoisson();
        Save("reaction", EnvironmentModels.Of(Prod, rise, new ConstantLoad(0), Minutes(4)) with { RecordEvery = TimeSpan.FromSeconds(1) }, Gateway, 0, "requests/s");

        // Two nodes hold what runs at first and a few pods more; the quota would admit all.
        var crowded = EnvironmentModels.Of(Prod, new StepLoad(60, 700, Minutes(3), Minutes(30)).AsPoisson(), new ConstantLoad(0), Minutes(20)) with { Nodes = new(Node, 2) };
        Save("no-room", crowded, Gateway, 0, "requests/s");

        var evening = EnvironmentModels.Of(Prod, new StepLoad(700, 60, Minutes(10), Minutes(120)).AsPoisson(), new ConstantLoad(0), Minutes(90));
        var tenPercent = PolicyExperiment.Compare(DownBy(evening, "Pods", 1), Gateway, hpa => hpa.Spec.Behavior.ScaleDown.Policies = [new() { Type = "Percent", Value = 10, PeriodSeconds = 300 }]);
        Compare("ten-percent", tenPercent, ("1 pod", "10 %"));

        var whatIf = PolicyExperiment.Compare(EnvironmentModels.Of(Prod, step, new ConstantLoad(0), Minutes(70)), Gateway, hpa =>
        {
            hpa.Spec.Behavior.ScaleDown.StabilizationWindowSeconds = 60;
            hpa.Spec.Behavior.ScaleDown.Policies = [new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }];
        });
        Compare("what-if", whatIf);

        // What is published, quota included; the folder is that of the checkout.
        var capacity = PublishedTree.Read("prod", null, new() { Output = TextWriter.Null, Error = TextWriter.Null, Folder = Environment.CurrentDirectory }).Capacity;
        PictureFile.Save(PlanPicture.Rows(capacity, Planner.Plan(capacity, Node, spareNodes: 1)), Path.Combine(folder, $"plan.{format}"));

        void Compare(string name, Comparison comparison, (string Before, string After)? names = null) =>
            PictureFile.Save(ComparisonPicture.Rows(comparison.Before, comparison.After, "requests/s", names), Path.Combine(folder, $"{name}.{format}"));

        void Save(string name, SimulationModel model, string workload, int metric, string unit) =>
            RunPicture.Save(Simulator.Run(model)[workload], metric, unit, Path.Combine(folder, $"{name}.{format}"));
    }

    private static SimulationModel DownBy(SimulationModel model, string kind, int value)
    {
        var gateway = model.Workloads[0];
        var autoscaler = Copy(gateway);
        autoscaler.Spec.Behavior.ScaleDown.Policies = [new() { Type = kind, Value = value, PeriodSeconds = 300 }];
        return model with { Workloads = [gateway with { Autoscaler = autoscaler }, .. model.Workloads.Skip(1)] };
    }

    private static k8s.Models.V2HorizontalPodAutoscaler Copy(WorkloadModel workload) =>
        k8s.KubernetesJson.Deserialize<k8s.Models.V2HorizontalPodAutoscaler>(k8s.KubernetesJson.Serialize(workload.Autoscaler));

    private static WorkloadModel EveryPodReportsTheQueue(WorkloadModel worker)
    {
        var autoscaler = Copy(worker);
        autoscaler.Spec.Metrics =
        [
            new() { Type = "Pods", Pods = new() { Metric = new() { Name = "voiceassist_queue_depth" }, Target = new() { Type = "AverageValue", AverageValue = new("50") } } },
        ];
        return worker with { Autoscaler = autoscaler };
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
