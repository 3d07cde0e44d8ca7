using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Running;

[Collection(nameof(RunningApp))]
public sealed class ConsoleLogTests(RunningApp running)
{
    [Theory]
    [InlineData(ResourceNames.Postgres, "database system is ready to accept connections")]
    [InlineData(ResourceNames.Worker, "Application started")]
    [InlineData(ResourceNames.Server, "Application started")]
    public async Task What_a_workload_wrote_before_anybody_read_it_is_there(string name, string text)
    {
        Assert.NotNull(await FindAsync(running.Resource(name), line => line.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_workload_writes_is_read_as_it_is_written()
    {
        var gateway = running.Resource(ResourceNames.Server);
        var stopping = FindAsync(gateway, line => line.Contains("Application is shutting down", StringComparison.Ordinal));

        await running.App.ResourceCommands.ExecuteCommandAsync(gateway, KnownResourceCommands.RestartCommand, Deadline.Token);

        Assert.NotNull(await stopping);
        await running.HealthyAsync();
    }

    private async Task<string?> FindAsync(IResource resource, Predicate<string> wanted)
    {
        var logs = running.App.Services.GetRequiredService<ResourceLoggerService>();
        await foreach (var batch in logs.WatchAsync(resource).WithCancellation(Deadline.Token))
        {
            foreach (var line in batch.Where(l => wanted(l.Content)))
            {
                return line.Content;
            }
        }

        return null;
    }
}
