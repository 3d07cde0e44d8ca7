using System.Globalization;
using System.Text.Json.Nodes;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>A namespace of somebody else's: a Deployment with two pods, its autoscaler by CPU, a pods metric and an external one, a quota and a budget.</summary>
internal static class ShopCluster
{
    public const string Space = "shop";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The clock of its tests.</summary>
    public static TimeProvider Clock { get; } = new FixedClock();

    /// <param name="cpu">What each pod uses.</param>
    public static async Task<KubernetesApi> StartAsync(string cpu = "150m")
    {
        var cluster = await KubernetesApi.StartAsync("1.36", [ApiResource.VerticalPodAutoscaler]);
        cluster.RunBy();
        cluster.MakeSpace(Space);
        cluster.Make("""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},
             "spec":{"replicas":2,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
              "spec":{"containers":[{"name":"web","image":"web","resources":{"requests":{"cpu":"200m","memory":"128Mi"}}}]}}}}
            """, space: Space);
        foreach (var pod in new[] { "web-a", "web-b" })
        {
            cluster.Make($$$$"""
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{{pod}}}}","labels":{"app":"web"}},
                 "spec":{"containers":[{"name":"web","resources":{"requests":{"cpu":"200m","memory":"128Mi"}}}]},
                 "status":{"phase":"Running","startTime":"2026-03-01T10:00:00Z","conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2026-03-01T10:00:10Z"}]}}
                """, space: Space);
        }

        cluster.Make("""
            {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"web"},
             "spec":{"minReplicas":1,"maxReplicas":5,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"web"},"metrics":[
              {"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}},
              {"type":"Pods","pods":{"metric":{"name":"requests_per_second"},"target":{"type":"AverageValue","averageValue":"100"}}},
              {"type":"External","external":{"metric":{"name":"queue_depth","selector":{"matchLabels":{"queue":"orders"}}},"target":{"type":"AverageValue","averageValue":"30"}}}]}}
            """, space: Space);
        cluster.SetStatus("HorizontalPodAutoscaler", "web", """
            {"currentReplicas":2,"desiredReplicas":2,"lastScaleTime":"2026-03-01T11:55:00Z","conditions":[
             {"type":"AbleToScale","status":"True","reason":"ReadyForNewScale","message":"recommended size matches current size"},
             {"type":"ScalingActive","status":"True","reason":"ValidMetricFound","message":"the HPA was able to successfully calculate a replica count from cpu resource utilization"},
             {"type":"ScalingLimited","status":"False","reason":"DesiredWithinRange","message":"the desired count is within the acceptable range"}]}
            """, Space);
        cluster.Make("""
            {"apiVersion":"v1","kind":"Event","metadata":{"name":"web.1"},"reason":"SuccessfulRescale","lastTimestamp":"2026-03-01T11:55:00Z",
             "involvedObject":{"kind":"HorizontalPodAutoscaler","name":"web"},"message":"New size: 2; reason: cpu resource utilization (percentage of request) above target"}
            """, space: Space);
        cluster.Make("""{"apiVersion":"v1","kind":"ResourceQuota","metadata":{"name":"shop-quota"},"spec":{"hard":{"requests.cpu":"2","pods":"10"}}}""", space: Space);
        cluster.SetStatus("ResourceQuota", "shop-quota", """{"hard":{"requests.cpu":"2","pods":"10"},"used":{"requests.cpu":"400m","pods":"2"}}""", Space);
        cluster.Make("""{"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"web"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"web"}}}}""", space: Space);
        cluster.SetStatus("PodDisruptionBudget", "web", """{"disruptionsAllowed":1,"currentHealthy":2,"desiredHealthy":1,"expectedPods":2}""", Space);
        cluster.AnswerMetrics(cpu, Now.AddSeconds(-20));
        return cluster;
    }

    /// <summary>The three metrics APIs, measured at a time.</summary>
    public static void AnswerMetrics(this KubernetesApi cluster, string cpu, DateTimeOffset measured)
    {
        var time = measured.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string[] pods = ["web-a", "web-b"];
        foreach (var group in new[] { "metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io" })
        {
            cluster.Answer($"/apis/{group}/v1beta1", new JsonObject());
        }

        Answer("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods", pods.Select(p => $$$$"""{"metadata":{"name":"{{{{p}}}}","namespace":"shop"},"timestamp":"{{{{time}}}}","window":"15.01s","containers":[{"name":"web","usage":{"cpu":"{{{{cpu}}}}","memory":"100Mi"}}]}"""));
        Answer("/apis/custom.metrics.k8s.io/v1beta1/namespaces/shop/pods/*/requests_per_second", pods.Select(p => $$$"""{"describedObject":{"kind":"Pod","namespace":"shop","name":"{{{p}}}"},"metricName":"requests_per_second","timestamp":"{{{time}}}","value":"42500m"}"""));
        Answer("/apis/external.metrics.k8s.io/v1beta1/namespaces/shop/queue_depth", [$$$"""{"metricName":"queue_depth","timestamp":"{{{time}}}","value":"12"}"""]);

        void Answer(string path, IEnumerable<string> items) => cluster.Answer(path, JsonNode.Parse($$"""{"items":[{{string.Join(',', items)}}]}""")!);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
