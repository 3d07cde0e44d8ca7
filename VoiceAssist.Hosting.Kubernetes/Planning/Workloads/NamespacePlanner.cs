using System.Globalization;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The namespace, with its Pod Security level.</summary>
internal sealed class NamespacePlanner : IObjectPlanner
{
    private const string Prefix = "pod-security.kubernetes.io/";

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment)
    {
        var level = environment.Cluster.PodSecurity;
        var labels = Labels.OfApp(environment);

        // What is enforced stays what it was when the cluster is upgraded; warnings tell early what a newer level would refuse.
        labels[Prefix + "enforce"] = level;
        labels[Prefix + "enforce-version"] = string.Create(CultureInfo.InvariantCulture, $"v{environment.Cluster.MinimumKubernetes.Major}.{environment.Cluster.MinimumKubernetes.Minor}");
        foreach (var mode in new[] { "audit", "warn" })
        {
            labels[Prefix + mode] = level;
            labels[$"{Prefix}{mode}-version"] = "latest";
        }

        yield return new(new V1Namespace { ApiVersion = "v1", Kind = V1Namespace.KubeKind, Metadata = new() { Name = environment.Namespace, Labels = labels } }, Files.Namespace);
    }
}
