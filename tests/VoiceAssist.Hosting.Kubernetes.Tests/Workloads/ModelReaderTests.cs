using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class ModelReaderTests
{
    [Fact]
    public async Task The_base_comes_first_and_then_each_environment()
    {
        var contexts = await TestModel.ReadAsync(b => b.AddTestProject("web"), c => c.Publishes("dev", "prod"));

        Assert.Equal(["shop", "shop-dev", "shop-prod"], contexts.Select(c => c.Namespace));
    }

    [Fact]
    public async Task An_environment_has_its_own_policies()
    {
        var contexts = await TestModel.ReadAsync(
            b => b.AddTestProject("web").WithResources(r => r.Cpu("100m", "1").In("prod", p => p.Cpu("200m", "2"))),
            c => c.Publishes("dev", "prod"));

        Assert.Equal(["100m", "100m", "200m"], contexts.Select(c => c.Workload("web").Resources!.CpuBounds!.Value.Low.ToString()));
    }

    [Fact]
    public async Task A_difference_in_an_environment_that_is_not_published_is_refused()
    {
        var message = await TestModel.FailureAsync(b => b.AddTestProject("web").WithResources(r => r.In("prdo", p => p.Cpu("1", "2"))), c => c.Publishes("dev", "prod"));

        Assert.Contains("'prdo'", message, StringComparison.Ordinal);
        Assert.Contains("ModelReaderTests.cs:", message, StringComparison.Ordinal);
        Assert.Contains("Published: dev, prod.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_is_named_without_the_apps_prefix()
    {
        var context = await TestModel.ReadBaseAsync(b =>
        {
            b.AddTestProject("shop-web");
            b.AddTestProject("worker").AsWorkload(w => w.Container("jobs").PartAs("backend"));
        });

        Assert.Equal(("web", "web"), (context.Workload("shop-web").ContainerName, context.Workload("shop-web").Component));
        Assert.Equal(("jobs", "backend"), (context.Workload("worker").ContainerName, context.Workload("worker").Component));
    }

    [Fact]
    public async Task A_projects_image_is_the_environments()
    {
        var digest = "sha256:" + new string('a', 64);
        var contexts = await TestModel.ReadAsync(
            b => b.AddTestProject("web").WithClusterImage(i => i.From("shop/web").In("dev", d => d.Tagged("edge")).In("prod", p => p.Pinned(digest))),
            c => c.Publishes("dev", "prod").Images("registry.example", "1.2.3"));

        Assert.Equal(
            ["registry.example/shop/web:1.2.3", "registry.example/shop/web:edge", $"registry.example/shop/web@{digest}"],
            contexts.Select(c => c.Workload("web").Image));
    }

    [Theory]
    [InlineData("docker.io/library/redis:8.6", "redis:8.6", "redis", "docker.io/library", null)]
    [InlineData("redis:8.6", "redis:8.6", "redis", null, null)]
    [InlineData("redis:9", "redis:8.6", "redis", null, "9")]
    [InlineData("redis@sha256:ab", "redis@sha256:ab", "redis", null, null)]
    [InlineData("redis:9", "redis@sha256:ab", "redis", null, "9")]
    public async Task A_containers_image_is_the_app_models_unless_pinned(string expected, string image, string name, string? registry, string? tag)
    {
        var context = await TestModel.ReadBaseAsync(b =>
        {
            var container = b.AddContainer(name, image);
            _ = registry is null ? container : container.WithImageRegistry(registry);
            _ = tag is null ? container : container.WithClusterImage(i => i.Tagged(tag));
        });

        Assert.Equal(expected, context.Workload(name).Image);
    }

    [Fact]
    public async Task References_are_what_the_values_lead_to()
    {
        var context = await TestModel.ReadBaseAsync(b =>
        {
            var broker = b.AddContainer("broker", "broker", "1").WithEndpoint(targetPort: 5672, name: "amqp").WithHttpEndpoint(targetPort: 15672, name: "management");
            var api = b.AddTestProject("api").WithHttpEndpoint().WithHttpsEndpoint();
            b.AddTestProject("web").WithReference(api).WithEnvironment("BROKER", broker.GetEndpoint("amqp"));
            b.AddTestProject("admin").WithReferenceRelationship(broker.Resource);
        });

        Assert.Equal(["api: http", "broker: amqp"], Described(context.Workload("web")));
        Assert.Equal(["broker: amqp,management"], Described(context.Workload("admin")));
        Assert.Empty(context.Workload("api").References);

        static IEnumerable<string> Described(WorkloadModel workload) => workload.References.Select(r => $"{r.Name}: {string.Join(',', r.Ports)}");
    }

    [Fact]
    public async Task Settings_and_variables_of_the_cluster_go_before_the_app_models()
    {
        var context = await TestModel.ReadBaseAsync(
            b => b.AddTestProject("web")
                .WithEnvironment("LOG_LEVEL", "trace")
                .WithEnvironment("MODE", "local")
                .WithClusterConfiguration(c => c.FromSetting("LOG_LEVEL").Variable("MODE", "cluster")),
            c => c.Setting("LOG_LEVEL", "info"));

        Assert.Equal("LOG_LEVEL", context.Workload("web").Variable("LOG_LEVEL").Setting);
        Assert.Equal("cluster", context.Workload("web").Variable("MODE").Value);
    }

    [Fact]
    public async Task A_setting_that_an_environment_lacks_is_refused()
    {
        var message = await TestModel.FailureAsync(
            b => b.AddTestProject("web").WithClusterConfiguration(c => c.FromSetting("LOG_LEVEL")),
            c => c.Publishes("dev").In("dev", d => d.Setting("LOG_LEVEL", "debug")));

        Assert.Contains("'LOG_LEVEL', which the base does not have", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Production")]
    [InlineData("Development", "Production")]
    [InlineData("Staging", "Staging")]
    public async Task A_project_never_runs_development(string? given, string expected)
    {
        var context = await TestModel.ReadBaseAsync(b =>
        {
            var web = b.AddTestProject("web");
            _ = given is null ? web : web.WithEnvironment("ASPNETCORE_ENVIRONMENT", given);
        });

        Assert.Equal(expected, context.Workload("web").Variable("ASPNETCORE_ENVIRONMENT").Value);
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData("1m", 60)]
    public async Task The_scrape_interval_is_a_setting(string? setting, int seconds)
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("web"), c => _ = setting is null ? c : c.Setting("METRICS_SCRAPE_INTERVAL", setting));

        Assert.Equal(TimeSpan.FromSeconds(seconds), context.ScrapeInterval);
    }

    [Fact]
    public async Task What_is_left_out_of_publishing_is_no_workload()
    {
        var context = await TestModel.ReadBaseAsync(b =>
        {
            b.AddTestProject("web");
            b.AddExecutable("tool", "tool", ".").ExcludeFromManifest();
        });

        Assert.Equal(["web"], context.Workloads.Select(w => w.Name));
    }
}
