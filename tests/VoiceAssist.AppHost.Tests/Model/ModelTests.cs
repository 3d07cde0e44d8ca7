using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Model;

/// <summary>The app model, without running it.</summary>
public sealed class ModelTests
{
    [Fact]
    public async Task The_local_model_is_four_workloads_and_a_database()
    {
        await using var model = await CreateAsync();

        Assert.Equal(
            [.. Workloads.All.Append(ResourceNames.Database).Order(StringComparer.Ordinal)],
            model.Resources.Where(r => r is not ParameterResource).Select(r => r.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(ResourceNames.Worker)]
    [InlineData(ResourceNames.Server)]
    public async Task A_workload_waits_until_database_and_queue_are_healthy(string name)
    {
        await using var model = await CreateAsync();

        var waits = Find(model, name).Annotations.OfType<WaitAnnotation>().ToArray();

        Assert.All(waits, w => Assert.Equal(WaitType.WaitUntilHealthy, w.WaitType));
        Assert.Superset(new HashSet<string> { ResourceNames.Database, ResourceNames.Redis }, waits.Select(w => w.Resource.Name).ToHashSet());
    }

    [Theory]
    [InlineData(ResourceNames.Worker, 2)]
    [InlineData(ResourceNames.Server, 1)]
    public async Task A_workload_has_the_replicas_of_the_local_run(string name, int replicas)
    {
        await using var model = await CreateAsync();

        Assert.Equal(replicas, Find(model, name).GetReplicaCount());
    }

    [Theory]
    [InlineData(ResourceNames.Worker)]
    [InlineData(ResourceNames.Server)]
    public async Task A_local_workload_has_one_http_endpoint_without_a_fixed_port(string name)
    {
        await using var model = await CreateAsync();

        var endpoint = Assert.Single(Find(model, name).Annotations.OfType<EndpointAnnotation>());

        Assert.Equal(("http", null, null), (endpoint.UriScheme, endpoint.Port, endpoint.TargetPort));
    }

    [Theory]
    [InlineData(ResourceNames.Worker, Ports.Worker)]
    [InlineData(ResourceNames.Server, Ports.Server)]
    public async Task A_published_workload_listens_on_its_port(string name, int port)
    {
        await using var model = await CreateAsync("--operation", "publish", "--step", "publish-manifest", "--output-path", "unused");

        var endpoint = Assert.Single(Find(model, name).Annotations.OfType<EndpointAnnotation>());

        Assert.Equal(("http", port), (endpoint.UriScheme, endpoint.TargetPort));
    }

    [Fact]
    public async Task An_unknown_infrastructure_is_refused_with_those_that_are_known()
    {
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() =>
            DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(["--infrastructure", "nonsense"], Deadline.Token));

        Assert.Equal("--infrastructure 'nonsense' is not known. Allowed: containers, embedded.", error.Message);
    }

    private static Task<IDistributedApplicationTestingBuilder> CreateAsync(params string[] args) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(["--infrastructure", "embedded", .. args], Deadline.Token);

    private static IResource Find(IDistributedApplicationTestingBuilder model, string name) => model.Resources.Single(r => r.Name == name);
}
