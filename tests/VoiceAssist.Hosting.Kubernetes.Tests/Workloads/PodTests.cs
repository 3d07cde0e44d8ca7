using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class PodTests
{
    [Fact]
    public async Task A_pod_passes_the_level_restricted()
    {
        var pod = await PodAsync();

        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.Equal((1654, 1654, 1654), (pod.SecurityContext.RunAsUser, pod.SecurityContext.RunAsGroup, pod.SecurityContext.FsGroup));
        var container = Assert.Single(pod.Containers);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
    }

    [Fact]
    public async Task A_pod_has_an_account_of_its_own_and_no_token()
    {
        var pod = await PodAsync();

        Assert.Equal("web", pod.ServiceAccountName);
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.False(pod.EnableServiceLinks);
    }

    [Fact]
    public async Task A_project_may_write_to_tmp()
    {
        var pod = await PodAsync(web => web.WithSecurity(s => s.WritableAt("/var/cache/web", "64Mi")));

        Assert.Equal([("tmp", null), ("var-cache-web", "64Mi")], pod.Volumes.Select(v => (v.Name, v.EmptyDir.SizeLimit?.ToString())));
        Assert.Equal([("tmp", "/tmp"), ("var-cache-web", "/var/cache/web")], pod.Containers[0].VolumeMounts.Select(m => (m.Name, m.MountPath)));
    }

    [Fact]
    public async Task The_grace_period_shows_its_arithmetic()
    {
        var deployment = await DeploymentAsync(web => web.WithShutdown(s => s.Takes("drain delay", TimeSpan.FromSeconds(5)).Takes("in flight", TimeSpan.FromSeconds(20))));

        Assert.Equal(30, ((V1Deployment)deployment.Object).Spec.Template.Spec.TerminationGracePeriodSeconds);
        Assert.Equal("5 s drain delay + 20 s in flight + 5 s margin = 30 s", deployment.Comments["spec/template/spec/terminationGracePeriodSeconds"]);
    }

    [Fact]
    public async Task Probes_ask_ports_by_name()
    {
        var container = (await PodAsync(web => web.WithProbes(p => p
            .Liveness(ProbeRule.Get("/health", TimeSpan.FromSeconds(10), 3))
            .Readiness(ProbeRule.Exec(["pg_isready"], TimeSpan.FromSeconds(5), 2) with { Timeout = TimeSpan.FromSeconds(2.5) })))).Containers[0];

        Assert.Equal(("/health", "http"), (container.LivenessProbe.HttpGet.Path, container.LivenessProbe.HttpGet.Port.Value));
        Assert.Equal((10, 3, 1), (container.LivenessProbe.PeriodSeconds, container.LivenessProbe.FailureThreshold, container.LivenessProbe.TimeoutSeconds));
        Assert.Equal(["pg_isready"], container.ReadinessProbe.Exec.Command);
        Assert.Equal(3, container.ReadinessProbe.TimeoutSeconds);
        Assert.Null(container.StartupProbe);
    }

    [Theory]
    [InlineData("1.26", null)]
    [InlineData("1.27", "pod-template-hash")]
    public async Task Pods_are_spread_by_their_selector(string version, string? key)
    {
        var context = await TestModel.ReadBaseAsync(
            b => b.AddTestProject("web").WithSpread(s => s.Across("kubernetes.io/hostname", required: true)),
            c => c.RequiresKubernetes(version));
        var rule = Assert.Single(context.Plan().Find<V1Deployment>("web").Spec.Template.Spec.TopologySpreadConstraints);

        Assert.Equal(("kubernetes.io/hostname", 1, "DoNotSchedule"), (rule.TopologyKey, rule.MaxSkew, rule.WhenUnsatisfiable));
        Assert.Equal("web", Assert.Single(rule.LabelSelector.MatchLabels).Value);
        Assert.Equal(key, rule.MatchLabelKeys?.Single());
    }

    [Fact]
    public async Task Resources_carry_their_reason()
    {
        var deployment = await DeploymentAsync(web => web.WithResources(r => r.Cpu("500m", "2000m", because: "half a core idles").Memory("512Mi", "2Gi")));
        var resources = ((V1Deployment)deployment.Object).Spec.Template.Spec.Containers[0].Resources;

        Assert.Equal(("500m", "512Mi"), (resources.Requests["cpu"].ToString(), resources.Requests["memory"].ToString()));
        Assert.Equal(("2", "2Gi"), (resources.Limits["cpu"].ToString(), resources.Limits["memory"].ToString()));
        Assert.Equal("half a core idles", deployment.Comments["spec/template/spec/containers/0/resources/requests/cpu"]);
    }

    [Fact]
    public async Task An_autoscaler_owns_the_replicas()
    {
        var free = (V1Deployment)(await DeploymentAsync(web => web.AsWorkload(w => w.FixedReplicas(3)))).Object;
        var scaled = (V1Deployment)(await DeploymentAsync(web => web.WithHorizontalScaling(s => s.Replicas(2, 5)))).Object;

        Assert.Equal(3, free.Spec.Replicas);
        Assert.Null(scaled.Spec.Replicas);
    }

    [Fact]
    public async Task A_rollout_never_goes_below_the_replicas_where_it_must_not()
    {
        var deployment = (V1Deployment)(await DeploymentAsync(web => web.WithRollout(r => r.Rolling("25%", "0")))).Object;

        Assert.Equal(("RollingUpdate", "25%", "0"), (deployment.Spec.Strategy.Type, deployment.Spec.Strategy.RollingUpdate.MaxSurge.Value, deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value));
    }

    [Theory]
    [InlineData("latest", "Always")]
    [InlineData("1.2.3", "IfNotPresent")]
    public async Task Only_a_tag_that_moves_is_looked_up_again(string tag, string expected)
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("web"), c => c.Images(null, tag));

        Assert.Equal(expected, context.Plan().Find<V1Deployment>("web").Spec.Template.Spec.Containers[0].ImagePullPolicy);
    }

    private static async Task<V1PodSpec> PodAsync(Action<IResourceBuilder<ProjectResource>>? shape = null) =>
        ((V1Deployment)(await DeploymentAsync(shape)).Object).Spec.Template.Spec;

    private static async Task<PlannedObject> DeploymentAsync(Action<IResourceBuilder<ProjectResource>>? shape = null)
    {
        var context = await TestModel.ReadBaseAsync(b => (shape ?? (_ => { }))(b.AddTestProject("web").WithHttpEndpoint()));
        return context.Plan().Single(o => o.Object is V1Deployment);
    }
}
