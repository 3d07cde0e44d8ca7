using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>What is wrong with a model names the resource.</summary>
public sealed class ModelErrorTests
{
    [Fact]
    public async Task Resources_that_wait_for_each_other_are_named_in_a_circle()
    {
        var builder = Create();
        var (first, second) = (Sleeper(builder, "first"), Sleeper(builder, "second"));
        first.WaitFor(second);
        second.WaitFor(first);

        var error = await FailsAsync(builder);

        Assert.Contains("'first' -> 'second' -> 'first'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_when_it_is_added()
    {
        var builder = Create();
        Sleeper(builder, "twice");

        var error = Assert.Throws<DistributedApplicationException>(() => Sleeper(builder, "Twice"));

        Assert.Contains("'Twice'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("-dash-first")]
    [InlineData("")]
    public void A_name_that_is_not_one_is_refused(string name)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Sleeper(Create(), name));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_named_with_its_resource()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var builder = Create();
        Sleeper(builder, "needs-a-port").WithHttpEndpoint(port: port);

        var error = await FailsAsync(builder);

        Assert.Contains($"{port}", error.Message, StringComparison.Ordinal);
        Assert.Contains("'needs-a-port'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_does_not_exist_is_named_with_its_resource()
    {
        var error = Assert.Throws<DistributedApplicationException>(() => Create().AddProject("has-no-project", "Missing/Missing.csproj"));

        Assert.Contains("'has-no-project'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Missing.csproj", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_resource_lacks_fails_that_resource_alone()
    {
        var builder = Create();
        var log = new RecordingLoggerProvider();
        builder.Services.AddLogging(logging => logging.AddProvider(log));
        Sleeper(builder, "needs-a-value").WithEnvironment("KEY", builder.AddParameter("unset"));
        builder.AddExecutable("has-no-program", "/no/such/program", ".");
        Sleeper(builder, "the-rest");
        await using var app = builder.Build();
        await app.StartAsync(Deadline.Token);

        foreach (var (name, because) in new[] { ("needs-a-value", "'unset'"), ("has-no-program", "/no/such/program") })
        {
            await app.ResourceNotifications.WaitForResourceAsync(name, KnownResourceStates.FailedToStart, Deadline.Token);
            var line = await log.FindAsync($"Resource '{name}'");
            Assert.Contains(because, line, StringComparison.Ordinal);
        }

        await app.ResourceNotifications.WaitForResourceAsync("the-rest", KnownResourceStates.Running, Deadline.Token);
        await app.StopAsync(Deadline.Token);
    }

    private static IDistributedApplicationBuilder Create()
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            AssemblyName = typeof(ModelErrorTests).Assembly.GetName().Name,
            ProjectDirectory = AppContext.BaseDirectory,
            DisableDashboard = true,
        });
        builder.Services.AddLogging(logging => logging.ClearProviders());
        return builder;
    }

    private static IResourceBuilder<ExecutableResource> Sleeper(IDistributedApplicationBuilder builder, string name) =>
        builder.AddExecutable(name, "sleep", ".", "600");

    private static async Task<DistributedApplicationException> FailsAsync(IDistributedApplicationBuilder builder)
    {
        await using var app = builder.Build();
        return await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync(Deadline.Token));
    }
}
