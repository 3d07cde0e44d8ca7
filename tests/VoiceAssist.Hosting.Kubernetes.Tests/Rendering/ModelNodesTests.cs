using System.Text.Json;
using k8s;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Rendering;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

public class ModelNodesTests
{
    [Theory]
    [InlineData(MetricsBackend.PrometheusAdapter)]
    [InlineData(MetricsBackend.Keda)]
    public async Task Every_planned_object_is_what_the_clients_own_serializer_writes(MetricsBackend backend)
    {
        foreach (var planned in (await SampleTree.PlanAsync(cluster: c => c.Metrics(backend).Alert())).SelectMany(p => p.Objects))
        {
            AssertSame(planned.Object);
        }
    }

    [Fact]
    public void Rare_types_are_what_the_clients_own_serializer_writes()
    {
        AssertSame(new V1ConfigMap { Metadata = new() { CreationTimestamp = new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc) }, BinaryData = new Dictionary<string, byte[]> { ["x"] = [1, 2, 3] } });
        AssertSame(new V1Service { Spec = new() { Ports = [new() { Port = 80, TargetPort = "http" }, new() { Port = 81, TargetPort = 8081 }] } });
        AssertSame(new V1LimitRange { Spec = new() { Limits = [new() { Type = "Container", Max = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("1500m"), ["memory"] = new("1.5Gi") } }] } });
    }

    private static void AssertSame(object value)
    {
        using var json = JsonDocument.Parse(KubernetesJson.Serialize(value));
        Assert.Equal(YamlWriter.Write([(MapNode)JsonNodes.Of(json.RootElement)], YamlStyle.Kustomize), YamlWriter.Write([(MapNode)ModelNodes.Of(value)], YamlStyle.Kustomize));
    }
}
