using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using StackExchange.Redis;
using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Running;

[Collection(nameof(RunningApp))]
public sealed class StartTests(RunningApp running)
{
    public static TheoryData<string> Names => [.. Workloads.All];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_workload_runs_and_is_healthy(string name)
    {
        var state = await running.App.ResourceNotifications.WaitForResourceHealthyAsync(name, Deadline.Token);

        Assert.Equal((KnownResourceStates.Running, HealthStatus.Healthy), (state.Snapshot.State?.Text, state.Snapshot.HealthStatus));
    }

    [Fact]
    public async Task The_database_is_healthy_as_its_server_is()
    {
        var state = await running.App.ResourceNotifications.WaitForResourceHealthyAsync(ResourceNames.Database, Deadline.Token);

        Assert.Equal(KnownResourceStates.Running, state.Snapshot.State?.Text);
    }

    [Fact]
    public async Task Two_replicas_of_the_worker_run_as_processes_of_their_own()
    {
        var workers = await running.InstancesAsync(ResourceNames.Worker, 2, s => s.State?.Text == KnownResourceStates.Running);

        Assert.Equal(2, workers.Select(w => Property(w, "executable.pid")).Distinct().Count());
        Assert.All(workers, w => Assert.StartsWith($"{ResourceNames.Worker}-", w.ResourceId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_is_accepted_and_answered()
    {
        using var gateway = running.Gateway;

        Assert.Equal("Timer set for 5 minutes.", await gateway.AnswerAsync("Set a timer for five minutes, please!"));
    }

    [Fact]
    public async Task The_database_is_reached_by_its_connection_string()
    {
        await using var connection = new NpgsqlConnection(await running.App.GetConnectionStringAsync(ResourceNames.Database, Deadline.Token));
        await connection.OpenAsync(Deadline.Token);

        Assert.Equal(ResourceNames.Database, connection.Database);
    }

    [Fact]
    public async Task Redis_is_reached_by_its_connection_string()
    {
        var options = ConfigurationOptions.Parse((await running.App.GetConnectionStringAsync(ResourceNames.Redis, Deadline.Token))!);
        options.ConnectTimeout = options.AsyncTimeout = (int)Deadline.Length.TotalMilliseconds;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);

        Assert.True(await redis.GetDatabase().PingAsync() > TimeSpan.Zero);
    }

    [Fact]
    public void An_endpoint_that_does_not_exist_is_named_beside_those_that_do()
    {
        Assert.Throws<ArgumentException>(() => running.App.GetEndpoint(ResourceNames.Server, "grpc"));
    }

    private static string? Property(ResourceEvent instance, string name) =>
        instance.Snapshot.Properties.Single(p => p.Name == name).Value?.ToString();
}
