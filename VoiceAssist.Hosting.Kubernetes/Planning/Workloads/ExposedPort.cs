using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The workloads that are reached from outside by one kind of way, and the port to which it leads.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Way">The way.</param>
/// <param name="Port">The port.</param>
internal sealed record ExposedPort(WorkloadModel Workload, Exposure Way, WorkloadPort Port)
{
    /// <summary>What is reached, each with everything below it.</summary>
    public IReadOnlyList<string> Paths => Workload.Exposure!.PathPrefixes;

    /// <exception cref="DistributedApplicationException">A workload has a way in but no external http endpoint.</exception>
    public static IEnumerable<ExposedPort> Of(EnvironmentContext environment, ExposureKind kind)
    {
        foreach (var workload in environment.Workloads)
        {
            if (workload.Exposure?.Way is { } way && way.Kind == kind)
            {
                yield return new(workload, way, workload.Ports.FirstOrDefault(p => p.IsHttp && p.IsExternal) ?? throw new DistributedApplicationException(
                    $"{workload.PlaceOf<ExposurePolicy>()}: '{workload.Name}' is exposed as {way.Host} but has no external http endpoint. Add one with WithExternalHttpEndpoints()."));
            }
        }
    }

    /// <summary>The object that makes the way, in the component of ways into the cluster.</summary>
    public PlannedObject Planned(k8s.IKubernetesObject<k8s.Models.V1ObjectMeta> way) =>
        new(way, Files.Ingress) { Component = Components.Ingress, At = Workload.PlaceOf<ExposurePolicy>() };
}
