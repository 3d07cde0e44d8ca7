using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;
using Aspire.Hosting.Orchestration;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public sealed class ContainerFactoryTests
{
    private static readonly DcpInstance Instance = new("cache-abcdefgh", "abcdefgh", 0);

    [Fact]
    public void A_container_becomes_the_object_that_DCP_expects()
    {
        var builder = Builder();
        var container = builder.AddContainer("cache", "library/redis", "8.6")
            .WithImageRegistry("docker.io")
            .WithEntrypoint("/bin/app")
            .WithEndpoint(targetPort: 6379, name: "tcp")
            .WithVolume("data", "/data", isReadOnly: true)
            .WithVolume("/scratch");
        var configuration = new ResolvedConfiguration([new("NAME", "a {{ b")], [new("--flag", false)]);

        var spec = ContainerFactory.Create(container.Resource, Instance, configuration).Spec;

        Assert.Equal(
            Normalized("""
            {
              "image": "docker.io/library/redis:8.6",
              "containerName": "cache-abcdefgh",
              "command": "/bin/app",
              "args": [ "--flag" ],
              "env": [ { "name": "NAME", "value": "a {{\"{{\"}} b" } ],
              "ports": [ { "containerPort": 6379, "protocol": "TCP" } ],
              "volumeMounts": [
                { "type": "volume", "source": "data", "target": "/data", "readOnly": true },
                { "type": "volume", "source": "", "target": "/scratch" }
              ],
              "networks": [ { "name": "aspire-container-network", "aliases": [ "cache", "cache.dev.internal" ] } ]
            }
            """),
            Normalized(JsonSerializer.Serialize(spec, DcpJson.Default.Options.GetTypeInfo(typeof(ContainerSpec)))));
    }

    [Fact]
    public async Task Redis_replaces_its_shell_so_that_the_signal_to_stop_reaches_it()
    {
        var redis = Builder().AddRedis("cache").WithArgs("--appendonly", "no").Resource;
        var arguments = await ConfigurationResolver.ArgumentsAsync(
            redis,
            new(DistributedApplicationOperation.Run),
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance,
            TestContext.Current.CancellationToken);

        var spec = ContainerFactory.Create(redis, Instance, new([], arguments)).Spec;

        Assert.Equal("/bin/sh", spec.Command);
        Assert.Equal(["-c", "exec redis-server --requirepass $REDIS_PASSWORD --appendonly no"], spec.Args);
    }

    [Fact]
    public void A_container_that_outlives_the_run_has_the_same_name_in_each()
    {
        var container = Builder().AddContainer("cache", "redis").WithLifetime(ContainerLifetime.Persistent).Resource;

        var instance = InstanceNames.Create(container, "0123456789ABCDEF").Instances.Single();

        Assert.Equal("cache-01234567", instance.Name);
        Assert.True(ContainerFactory.Create(container, instance, new([], [])).Spec.Persistent);
    }

    [Theory]
    [InlineData("Shop.AppHost", "^aspire-session-network-[a-z]{8}-shop$")]
    [InlineData("My shop", "^aspire-session-network-[a-z]{8}-my-shop$")]
    public void The_network_of_a_run_is_named_after_the_app(string application, string pattern)
    {
        var spec = ContainerFactory.Network(application, appHostHash: null).Spec;

        Assert.Matches(new Regex(pattern), spec.NetworkName);
        Assert.Null(spec.Persistent);
    }

    [Fact]
    public void The_network_of_a_container_that_outlives_the_run_does_so_too()
    {
        var spec = ContainerFactory.Network("Shop.AppHost", "0123456789ABCDEF").Spec;

        Assert.Equal("aspire-persistent-network-01234567-shop", spec.NetworkName);
        Assert.True(spec.Persistent);
    }

    private static IDistributedApplicationBuilder Builder() =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true, ProjectDirectory = AppContext.BaseDirectory });

    private static string Normalized(string json) => JsonNode.Parse(json)!.ToJsonString();
}
