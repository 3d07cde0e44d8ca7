using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>The environments of VoiceAssist: bounds, targets and resources as required.</summary>
internal static class VoiceAssistEnvironments
{
    public static EnvironmentFigures Dev { get; } = new(
        "dev",
        Gateway(1, 3, ("250m", "256Mi"), ("1", "1Gi"), cpu: 80, memory: 80),
        Worker(1, 2, ("500m", "512Mi"), ("2", "2Gi"), cpu: 85),
        Postgres(("1", "2Gi"), ("4", "8Gi")),
        Redis(),
        TimeSpan.FromSeconds(60));

    public static EnvironmentFigures Staging { get; } = new(
        "staging",
        Gateway(2, 6, ("500m", "512Mi"), ("2", "2Gi"), cpu: 70, memory: 80),
        Worker(1, 3, ("1", "1Gi"), ("4", "4Gi"), cpu: 80),
        Postgres(("1", "2Gi"), ("4", "8Gi")),
        Redis(),
        TimeSpan.FromSeconds(30));

    public static EnvironmentFigures Prod { get; } = new(
        "prod",
        Gateway(3, 15, ("750m", "768Mi"), ("3", "3Gi"), cpu: 65, memory: 75),
        Worker(2, 8, ("1500m", "1.5Gi"), ("6", "6Gi"), cpu: 75),
        Postgres(("2", "4Gi"), ("6", "12Gi")),
        Redis(),
        TimeSpan.FromSeconds(15));

    public static EnvironmentFigures ByName(string name) => name switch
    {
        "dev" => Dev,
        "staging" => Staging,
        "prod" => Prod,
        _ => throw new ArgumentException($"No environment '{name}'; there are dev, staging and prod.", nameof(name)),
    };

    private static WorkloadFigures Gateway(int min, int max, (string Cpu, string Memory) requests, (string Cpu, string Memory) limits, int cpu, int memory) => new(
        "voiceassist-server", min, max, ResourceAmounts.Parse(requests.Cpu, requests.Memory), ResourceAmounts.Parse(limits.Cpu, limits.Memory),
        Autoscaler(
            "voiceassist-server",
            min,
            max,
            [
                Utilization("cpu", cpu),
                Utilization("memory", memory),
                new() { Type = "Pods", Pods = new() { Metric = new() { Name = "http_requests_per_second" }, Target = Average("100") } },
            ],
            up: Rules(0, "Max", Percent(100, 30), Pods(2, 30)),
            down: Rules(300, "Min", Percent(10, 300), Pods(1, 300))));

    private static WorkloadFigures Worker(int min, int max, (string Cpu, string Memory) requests, (string Cpu, string Memory) limits, int cpu) => new(
        "voiceassist-worker", min, max, ResourceAmounts.Parse(requests.Cpu, requests.Memory), ResourceAmounts.Parse(limits.Cpu, limits.Memory),
        Autoscaler(
            "voiceassist-worker",
            min,
            max,
            [
                Utilization("cpu", cpu),
                Utilization("memory", 85),
                External("voiceassist_queue_depth", Average("50")),
                External("voiceassist_queue_age_seconds", new() { Type = "Value", Value = new("60") }),
            ],
            up: Rules(30, "Max", Percent(50, 60), Pods(1, 60)),
            down: Rules(600, "Min", Percent(10, 600), Pods(1, 600))));

    private static WorkloadCapacity Postgres((string Cpu, string Memory) requests, (string Cpu, string Memory) limits) => WorkloadCapacity.Fixed(
        "voiceassist-postgres", 1, ResourceAmounts.Parse(requests.Cpu, requests.Memory), ResourceAmounts.Parse(limits.Cpu, limits.Memory), RolloutPace.InPlace);

    private static WorkloadCapacity Redis() => WorkloadCapacity.Fixed(
        "voiceassist-redis", 1, ResourceAmounts.Parse("250m", "256Mi"), ResourceAmounts.Parse("1", "1Gi"), RolloutPace.InPlace);

    private static V2HorizontalPodAutoscaler Autoscaler(string target, int min, int max, IList<V2MetricSpec> metrics, V2HPAScalingRules up, V2HPAScalingRules down) => new()
    {
        ApiVersion = "autoscaling/v2",
        Kind = "HorizontalPodAutoscaler",
        Metadata = new() { Name = target + "-hpa", NamespaceProperty = "voiceassist" },
        Spec = new()
        {
            ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = target },
            MinReplicas = min,
            MaxReplicas = max,
            Metrics = metrics,
            Behavior = new() { ScaleUp = up, ScaleDown = down },
        },
    };

    private static V2MetricSpec Utilization(string resource, int percent) =>
        new() { Type = "Resource", Resource = new() { Name = resource, Target = new() { Type = "Utilization", AverageUtilization = percent } } };

    private static V2MetricSpec External(string name, V2MetricTarget target) =>
        new() { Type = "External", External = new() { Metric = new() { Name = name }, Target = target } };

    private static V2MetricTarget Average(string value) => new() { Type = "AverageValue", AverageValue = new(value) };

    private static V2HPAScalingRules Rules(int window, string select, params V2HPAScalingPolicy[] policies) =>
        new() { StabilizationWindowSeconds = window, SelectPolicy = select, Policies = policies };

    private static V2HPAScalingPolicy Percent(int value, int period) => new() { Type = "Percent", Value = value, PeriodSeconds = period };

    private static V2HPAScalingPolicy Pods(int value, int period) => new() { Type = "Pods", Value = value, PeriodSeconds = period };
}
