using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The ConfigMap of the environment's settings, made by a generator.</summary>
internal sealed class SettingsPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment)
    {
        var settings = environment.Cluster.Settings;
        if (settings.Count == 0)
        {
            yield break;
        }

        var comments = new CommentSet();
        foreach (var (name, setting) in settings)
        {
            comments.Add($"data/{name}", setting.Because);
        }

        yield return new(
            new V1ConfigMap
            {
                ApiVersion = V1ConfigMap.KubeApiVersion,
                Kind = V1ConfigMap.KubeKind,
                Metadata = ObjectMeta.Of(environment.Cluster.SettingsName, environment),
                Data = settings.ToDictionary(s => s.Key, s => s.Value.Value),
            },
            Files.Kustomization)
        {
            IsGenerated = true,
            Comments = comments.ToDictionary(),
            At = settings.Values.First().At,
        };
    }
}
