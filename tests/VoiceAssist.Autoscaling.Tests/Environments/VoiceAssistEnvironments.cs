using System.Text.Json.Nodes;
using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>The environments of VoiceAssist as they are published.</summary>
internal static class VoiceAssistEnvironments
{
    public static EnvironmentFigures Dev { get; } = Read("dev");

    public static EnvironmentFigures Staging { get; } = Read("staging");

    public static EnvironmentFigures Prod { get; } = Read("prod");

    public static EnvironmentFigures ByName(string name) => name switch
    {
        "dev" => Dev,
        "staging" => Staging,
        "prod" => Prod,
        _ => throw new ArgumentException($"No environment '{name}'; there are dev, staging and prod.", nameof(name)),
    };

    private static EnvironmentFigures Read(string name)
    {
        var deployments = PublishedFiles.Objects<V1Deployment>(name).ToDictionary(d => d.Metadata.Name);
        var autoscalers = PublishedFiles.Objects<V2HorizontalPodAutoscaler>(name).ToDictionary(h => h.Spec.ScaleTargetRef.Name);
        var postgres = PublishedFiles.Objects<V1StatefulSet>(name).Single();
        return new(
            name,
            Scaled("voiceassist-server"),
            Scaled("voiceassist-worker"),
            Fixed(postgres.Metadata.Name, postgres.Spec.Replicas, postgres.Spec.Template.Spec),
            Fixed("voiceassist-redis", deployments["voiceassist-redis"].Spec.Replicas, deployments["voiceassist-redis"].Spec.Template.Spec),
            TimeSpan.FromSeconds((double)JsonNode.Parse(PublishedFiles.Read($"plan/{name}.json"))!["scrapeIntervalSeconds"]!));

        WorkloadFigures Scaled(string workload)
        {
            var (deployment, autoscaler) = (deployments[workload].Spec, autoscalers[workload]);
            var rolling = deployment.Strategy.RollingUpdate;
            var pod = deployment.Template.Spec;
            var capacity = new WorkloadCapacity
            {
                Name = workload,
                MinReplicas = autoscaler.Spec.MinReplicas!.Value,
                MaxReplicas = autoscaler.Spec.MaxReplicas,
                Requests = Amounts(pod.Containers.Single().Resources.Requests),
                Limits = Amounts(pod.Containers.Single().Resources.Limits),
                Rollout = new()
                {
                    MaxSurge = IntOrPercent.Parse(rolling.MaxSurge),
                    MaxUnavailable = IntOrPercent.Parse(rolling.MaxUnavailable),
                    Termination = Termination(pod),
                },
            };
            return new(capacity, autoscaler, TimeSpan.FromSeconds(pod.Containers.Single().ReadinessProbe.PeriodSeconds!.Value));
        }
    }

    private static WorkloadCapacity Fixed(string name, int? replicas, V1PodSpec pod) => WorkloadCapacity.Fixed(
        name,
        replicas ?? 1,
        Amounts(pod.Containers.Single().Resources.Requests),
        Amounts(pod.Containers.Single().Resources.Limits),
        RolloutPace.InPlace with { Termination = Termination(pod) });

    private static TimeSpan Termination(V1PodSpec pod) => TimeSpan.FromSeconds(pod.TerminationGracePeriodSeconds!.Value);

    private static ResourceAmounts Amounts(IDictionary<string, ResourceQuantity> amounts) =>
        new(Cpu.Parse(amounts["cpu"].ToString()), Memory.Parse(amounts["memory"].ToString()));
}
