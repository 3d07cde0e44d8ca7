using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class MetricsServerPlannerTests
{
    private static EnvironmentContext Base => MissionEnvironments.Of(null);

    [Fact]
    public void It_stands_by_itself_once_and_in_the_clusters_own_namespace()
    {
        var objects = new MetricsServerPlanner().Plan(Base).ToArray();

        Assert.All(objects, o => Assert.Equal(("metrics-server.yaml", "metrics-server"), (o.File, o.Component)));
        Assert.All(objects, o => Assert.True(o.Object.Metadata.NamespaceProperty is null or "kube-system"));
        Assert.Equal(
            ["APIService", "ClusterRole", "ClusterRole", "ClusterRoleBinding", "ClusterRoleBinding", "Deployment", "RoleBinding", "Service", "ServiceAccount"],
            objects.Select(o => o.Object.Kind).Order());
        Assert.All(["dev", "staging", "prod"], e => Assert.Empty(new MetricsServerPlanner().Plan(MissionEnvironments.Of(e))));
    }

    [Fact]
    public void Its_pod_passes_the_level_restricted()
    {
        var pod = Deployment(new()).Spec.Template.Spec;
        var context = Assert.Single(pod.Containers).SecurityContext;

        Assert.Equal((false, true, true), (context.AllowPrivilegeEscalation, context.RunAsNonRoot, context.ReadOnlyRootFilesystem));
        Assert.Equal(["ALL"], context.Capabilities.Drop);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
    }

    [Fact]
    public void Selector_and_pod_labels_agree_with_its_service()
    {
        var deployment = Deployment(new());
        var service = new MetricsServerPlanner().Plan(Base).Select(o => o.Object).OfType<V1Service>().Single();

        Assert.Equal(deployment.Spec.Template.Metadata.Labels, deployment.Spec.Selector.MatchLabels);
        Assert.Equal(deployment.Spec.Template.Metadata.Labels, service.Spec.Selector);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unsigned_certificates_of_kubelets_are_accepted_only_when_asked_for(bool insecure) =>
        Assert.Equal(insecure, Deployment(new(insecure)).Spec.Template.Spec.Containers[0].Args.Contains("--kubelet-insecure-tls"));

    [Fact]
    public void Its_version_is_pinned() =>
        Assert.Equal("registry.k8s.io/metrics-server/metrics-server:v0.7.2", Deployment(new()).Spec.Template.Spec.Containers[0].Image);

    private static V1Deployment Deployment(MetricsServerPlanner planner) => planner.Plan(Base).Select(o => o.Object).OfType<V1Deployment>().Single();
}
