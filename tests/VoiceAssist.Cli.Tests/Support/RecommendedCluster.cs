using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>Prod with recommendations of the vertical autoscaler: the server needs less, the worker all that is allowed, Redis is about right.</summary>
internal static class RecommendedCluster
{
    private const string Space = "voiceassist-prod";

    public static async Task<KubernetesApi> StartAsync()
    {
        var cluster = await KubernetesApi.StartAsync("1.36", ApiResource.VerticalPodAutoscaler);
        cluster.MakeSpace(Space);
        Recommend(cluster, "server", "600m", "1073741824");
        Recommend(cluster, "worker", "8", "3Gi");
        Recommend(cluster, "redis", "250m", "262144k");
        return cluster;
    }

    private static void Recommend(KubernetesApi cluster, string container, string cpu, string memory)
    {
        cluster.Make($$$"""{"apiVersion":"autoscaling.k8s.io/v1","kind":"VerticalPodAutoscaler","metadata":{"name":"voiceassist-{{{container}}}-vpa"}}""", space: Space);
        cluster.SetStatus("VerticalPodAutoscaler", $"voiceassist-{container}-vpa", $$$$"""{"recommendation":{"containerRecommendations":[{"containerName":"{{{{container}}}}","target":{"cpu":"{{{{cpu}}}}","memory":"{{{{memory}}}}"}}]}}""", Space);
    }
}
