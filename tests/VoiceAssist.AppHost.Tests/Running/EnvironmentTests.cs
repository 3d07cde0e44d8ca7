using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Running;

/// <summary>What the processes of the workloads find in their environment.</summary>
[Collection(nameof(RunningApp))]
public sealed class EnvironmentTests(RunningApp running)
{
    [Theory]
    [InlineData(ResourceNames.Worker, 2)]
    [InlineData(ResourceNames.Server, 1)]
    public async Task A_workload_finds_the_connection_strings_that_the_app_has(string name, int replicas)
    {
        var database = await running.App.GetConnectionStringAsync(ConnectionNames.Postgres);
        var redis = await running.App.GetConnectionStringAsync(ConnectionNames.Redis);
        foreach (var variables in await EnvironmentsAsync(name, replicas))
        {
            Assert.Equal((database, redis), (variables[$"ConnectionStrings__{ConnectionNames.Postgres}"], variables[$"ConnectionStrings__{ConnectionNames.Redis}"]));
        }
    }

    [Fact]
    public async Task Replicas_listen_on_ports_of_their_own()
    {
        var urls = (await EnvironmentsAsync(ResourceNames.Worker, 2)).Select(v => v["ASPNETCORE_URLS"]).ToArray();

        Assert.All(urls, url => Assert.Matches(@"^http://localhost:\d+$", url));
        Assert.Equal(2, urls.Distinct().Count());
    }

    [Fact]
    public async Task The_launch_profile_of_the_app_host_decides_the_environment()
    {
        Assert.All(await EnvironmentsAsync(ResourceNames.Server, 1), variables => Assert.Equal("Development", variables["ASPNETCORE_ENVIRONMENT"]));
    }

    [Theory]
    [InlineData(ResourceNames.Postgres)]
    [InlineData(ResourceNames.Redis)]
    public async Task A_plain_program_gets_no_telemetry_variables(string name)
    {
        Assert.All(await EnvironmentsAsync(name, 1), variables => Assert.DoesNotContain(variables.Keys, k => k.StartsWith("OTEL_", StringComparison.Ordinal)));
    }

    private async Task<IReadOnlyList<Dictionary<string, string?>>> EnvironmentsAsync(string name, int replicas) =>
        [.. (await running.InstancesAsync(name, replicas, s => s.State?.Text == KnownResourceStates.Running)).Select(Variables)];

    private static Dictionary<string, string?> Variables(ResourceEvent instance) => instance.Snapshot.EnvironmentVariables
        .GroupBy(v => v.Name)
        .ToDictionary(v => v.Key, v => v.Last().Value);
}
