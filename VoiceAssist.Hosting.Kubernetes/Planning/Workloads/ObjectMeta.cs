using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>Names, namespace and labels of objects.</summary>
internal static class ObjectMeta
{
    public static V1ObjectMeta Of(WorkloadModel workload, EnvironmentContext environment) => new()
    {
        Name = workload.Name,
        NamespaceProperty = environment.Namespace,
        Labels = Labels.For(workload, environment),
    };

    public static V1ObjectMeta Of(string name, EnvironmentContext environment) => new()
    {
        Name = name,
        NamespaceProperty = environment.Namespace,
        Labels = Labels.OfApp(environment),
    };
}
