using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>A variable from a ConfigMap names a key that the environment's ConfigMap has.</summary>
internal sealed class ConfigMapKeys : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK405", Severity.Error, "A variable takes a setting that the environment does not have")
    {
        Why = "The pod stays in CreateContainerConfigError: the key is not in the ConfigMap.",
        Do = "Set it for every environment, with what differs in each.",
        Sample = "cluster.Setting(\"LOG_LEVEL\", \"info\").In(\"dev\", d => d.Setting(\"LOG_LEVEL\", \"debug\"));",
        Source = "https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        from variable in container.Env ?? []
        let key = variable.ValueFrom?.ConfigMapKeyRef
        where key is { Optional: not true }
        from map in plan.Of<V1ConfigMap>()
        where map.Metadata.Name == key.Name && plan.AreTogether(map.Metadata.NamespaceProperty, pods.Namespace)
        where !(map.Data ?? new Dictionary<string, string>()).ContainsKey(key.Key)
        select Found(plan, pods.Planned, $"variable {variable.Name} of container {container.Name} takes {key.Key}, ConfigMap/{key.Name} has {string.Join(", ", (map.Data ?? new Dictionary<string, string>()).Keys)}", plan.Place<ConfigurationPolicy>(pods.Name));
}
