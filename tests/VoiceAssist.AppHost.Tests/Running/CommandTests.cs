using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Running;

/// <summary>Start, stop and restart, as the dashboard's buttons do it.</summary>
[Collection(nameof(RunningApp))]
public sealed class CommandTests(RunningApp running)
{
    [Fact]
    public async Task A_stopped_worker_has_ended_and_a_started_one_works_again()
    {
        await ExecuteAsync(ResourceNames.Worker, KnownResourceCommands.StopCommand);
        var stopped = await running.InstancesAsync(ResourceNames.Worker, 2, s => KnownResourceStates.TerminalStates.Contains(s.State?.Text ?? ""));
        Assert.All(stopped, s => Assert.Equal(KnownResourceStates.Finished, s.Snapshot.State?.Text));

        await ExecuteAsync(ResourceNames.Worker, KnownResourceCommands.StartCommand);
        await running.InstancesAsync(ResourceNames.Worker, 2, s => s.State?.Text == KnownResourceStates.Running);
        await AnswersAsync();
    }

    [Fact]
    public async Task Stopping_a_workload_that_has_ended_changes_nothing()
    {
        await ExecuteAsync(ResourceNames.Worker, KnownResourceCommands.StopCommand);

        await ExecuteAsync(ResourceNames.Worker, KnownResourceCommands.StopCommand);

        await running.InstancesAsync(ResourceNames.Worker, 2, s => s.State?.Text == KnownResourceStates.Finished);
        await ExecuteAsync(ResourceNames.Worker, KnownResourceCommands.RestartCommand);
        await AnswersAsync();
    }

    [Fact]
    public async Task One_replica_is_stopped_alone()
    {
        var workers = await running.InstancesAsync(ResourceNames.Worker, 2, s => s.State?.Text == KnownResourceStates.Running);

        await ExecuteOnInstanceAsync(workers[0].ResourceId, KnownResourceCommands.StopCommand);
        var left = await running.InstancesAsync(ResourceNames.Worker, 1, s => s.State?.Text == KnownResourceStates.Running);
        Assert.Equal(workers[1].ResourceId, left[0].ResourceId);
        using var gateway = running.Gateway;
        await gateway.AnswerAsync("what time is it");

        await ExecuteOnInstanceAsync(workers[0].ResourceId, KnownResourceCommands.StartCommand);
        await running.InstancesAsync(ResourceNames.Worker, 2, s => s.State?.Text == KnownResourceStates.Running);
        await running.HealthyAsync();
    }

    [Fact]
    public async Task A_restarted_gateway_keeps_its_address()
    {
        var address = running.App.GetEndpoint(ResourceNames.Server);

        await ExecuteAsync(ResourceNames.Server, KnownResourceCommands.RestartCommand);

        await AnswersAsync();
        Assert.Equal(address, running.App.GetEndpoint(ResourceNames.Server));
    }

    [Fact]
    public async Task A_restarted_Redis_keeps_its_address_and_jobs_go_on()
    {
        var address = await running.App.GetConnectionStringAsync(ResourceNames.Redis);

        await ExecuteAsync(ResourceNames.Redis, KnownResourceCommands.RestartCommand);

        await AnswersAsync();
        Assert.Equal(address, await running.App.GetConnectionStringAsync(ResourceNames.Redis));
    }

    [Fact]
    public async Task Jobs_survive_a_restart_of_Postgres()
    {
        using var gateway = running.Gateway;
        var job = await gateway.SubmitAsync("turn on the lights");
        var answered = await gateway.DoneAsync(job);

        await ExecuteAsync(ResourceNames.Postgres, KnownResourceCommands.RestartCommand);

        await AnswersAsync();
        Assert.Equal(answered.FinishedAt, (await gateway.DoneAsync(job)).FinishedAt);
    }

    private async Task AnswersAsync()
    {
        await running.HealthyAsync();
        using var gateway = running.Gateway;
        Assert.Equal("Timer set for 2 minutes.", await gateway.AnswerAsync("set a timer for two minutes"));
    }

    private async Task ExecuteAsync(string name, string command)
    {
        var result = await running.App.ResourceCommands.ExecuteCommandAsync(running.Resource(name), command, Deadline.Token);
        Assert.True(result.Success, result.Message);
    }

    private async Task ExecuteOnInstanceAsync(string instance, string command)
    {
        var result = await running.App.ResourceCommands.ExecuteCommandAsync(instance, command, Deadline.Token);
        Assert.True(result.Success, result.Message);
    }
}
