using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Workloads;
using VoiceAssist.Cli.Pictures;

namespace VoiceAssist.Autoscaling.Benchmarks;

/// <summary>The pictures of docs/autoscaling, each the run that its page talks about.</summary>
internal static class DocumentationPictures
{
    private const string Gateway = "voiceassist-server";
    private const string Worker = "voiceassist-worker";
    private static readonly EnvironmentFigures Prod = VoiceAssistEnvironments.Prod;

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

        void Save(string name, SimulationModel model, string workload, int metric, string unit) =>
            RunPicture.Save(Simulator.Run(model)[workload], metric, unit, Path.Combine(folder, $"{name}.{format}"));
    }

    private static WorkloadModel EveryPodReportsTheQueue(WorkloadModel worker)
    {
        var autoscaler = k8s.KubernetesJson.Deserialize<k8s.Models.V2HorizontalPodAutoscaler>(k8s.KubernetesJson.Serialize(worker.Autoscaler));
        autoscaler.Spec.Metrics =
        [
            new() { Type = "Pods", Pods = new() { Metric = new() { Name = "voiceassist_queue_depth" }, Target = new() { Type = "AverageValue", AverageValue = new("50") } } },
        ];
        return worker with { Autoscaler = autoscaler };
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
