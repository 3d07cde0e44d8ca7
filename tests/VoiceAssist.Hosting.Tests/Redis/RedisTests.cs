using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Publishing;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Redis;

public class RedisTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_given_host_port_and_password()
    {
        var app = App.ForRun("--Parameters:redis-password=p w/1");
        var redis = app.AddRedis("redis").Resource;
        redis.PrimaryEndpoint.Allocate(5001);
        Assert.Equal("localhost:5001,password=p w/1", await redis.ConnectionStringExpression.GetValueAsync(Cancellation));
        Assert.Equal("redis://:p%20w%2F1@localhost:5001", await redis.UriExpression.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task A_client_is_told_to_use_TLS_where_the_endpoint_does()
    {
        var redis = App.ForRun("--Parameters:redis-password=pw").AddRedis("redis").WithEndpoint("tcp", e => (e.UriScheme, e.TlsEnabled) = ("rediss", true)).Resource;
        redis.PrimaryEndpoint.Allocate(5001);
        Assert.Equal("localhost:5001,password=pw,ssl=true", await redis.ConnectionStringExpression.GetValueAsync(Cancellation));
        Assert.Equal("rediss://:pw@localhost:5001", await redis.UriExpression.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task Without_a_password_there_is_none_in_the_connection_string()
    {
        var redis = new RedisResource("redis");
        redis.Annotations.Add(new EndpointAnnotation(System.Net.Sockets.ProtocolType.Tcp, "redis", name: "tcp"));
        redis.PrimaryEndpoint.Allocate(5001);
        Assert.Equal("localhost:5001", await redis.ConnectionStringExpression.GetValueAsync(Cancellation));
        Assert.Equal(["Host", "Port", "Uri"], ((IResourceWithConnectionString)redis).GetConnectionProperties().Select(p => p.Key));
    }

    [Fact]
    public void A_generated_password_has_nothing_that_ends_it_in_a_connection_string()
    {
        var password = Assert.IsType<GenerateParameterDefault>(App.ForPublish().AddRedis("redis").Resource.PasswordParameter!.Default);
        Assert.Equal((22, false), (password.MinLength, password.Special));
    }

    [Theory]
    [InlineData(DistributedApplicationOperation.Run, "exec|redis-server|--requirepass|$REDIS_PASSWORD")]
    [InlineData(DistributedApplicationOperation.Publish, "-c|redis-server --requirepass $REDIS_PASSWORD")]
    public async Task The_command_is_joined_late_in_a_run_and_is_finished_in_a_manifest(DistributedApplicationOperation operation, string expected) =>
        Assert.Equal(expected.Split('|'), await App.ArgumentsOf(App.ForRun().AddRedis("redis").Resource, operation));

    [Fact]
    public async Task Data_in_a_volume_is_saved_now_and_then()
    {
        var redis = App.ForRun().AddRedis("redis").WithDataVolume("data");
        Assert.Equal("redis-server --requirepass $REDIS_PASSWORD --save 60 1", (await App.ArgumentsOf(redis.Resource, DistributedApplicationOperation.Publish))[^1]);
        Assert.Equal(("data", "/data"), redis.Resource.Annotations.OfType<ContainerMountAnnotation>().Select(m => (m.Source, m.Target)).Single());
        redis.WithPersistence(TimeSpan.FromMinutes(5), keysChangedThreshold: 100);
        Assert.EndsWith("--save 300 100", (await App.ArgumentsOf(redis.Resource, DistributedApplicationOperation.Publish))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_has_what_Aspire_writes()
    {
        var written = await Manifest.EntriesAsync(App.ForPublish().AddRedis("redis").Resource);
        var expected = JsonNode.Parse(Manifest.Fixture("sample.json"))!["resources"]!;
        Assert.Equal(expected["redis"]!.ToJsonString(), written["redis"]!.ToJsonString());
        Assert.Equal(expected["cond-redis-bindings-tcp-tlsenabled-d148d83a"]!.ToJsonString(), written["cond-redis-bindings-tcp-tlsenabled-d148d83a"]!.ToJsonString());
    }
}
