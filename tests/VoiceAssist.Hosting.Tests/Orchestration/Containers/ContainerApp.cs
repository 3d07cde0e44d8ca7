using System.Net.Sockets;
using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceAssist.Hosting.Tests.Dcp.Real;

namespace VoiceAssist.Hosting.Tests.Orchestration.Containers;

/// <summary>An app of containers that runs on this machine's runtime, stopped at the end of the test.</summary>
internal sealed class ContainerApp : IAsyncDisposable
{
    /// <summary>Only a defect can reach it.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly DistributedApplication _app;

    private readonly CancellationTokenSource _deadline;

    private ContainerApp(DistributedApplication app)
    {
        _app = app;
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _deadline.CancelAfter(Deadline);
    }

    public ResourceNotificationService Notifications => _app.ResourceNotifications;

    private CancellationToken Token => _deadline.Token;

    public static async Task<ContainerApp> StartAsync(ContainerEngine engine, Action<IDistributedApplicationBuilder> model)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true, ProjectDirectory = AppContext.BaseDirectory });
        builder.Configuration["DcpPublisher:CliPath"] = RealDcp.Options().DcpPath;
        builder.Configuration["DcpPublisher:ContainerRuntime"] = engine.Command;
        builder.Configuration["DcpPublisher:RandomizePorts"] = "true";
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        model(builder);
        var app = new ContainerApp(builder.Build());
        await app._app.StartAsync(app.Token);
        return app;
    }

    /// <summary>The instance's name, which is the container's as well, once it is in that state.</summary>
    public async Task<string> WaitForAsync(string resource, string state) =>
        (await Notifications.WaitForResourceAsync(resource, e => e.Snapshot.State?.Text == state, Token)).ResourceId;

    public async Task ExecuteAsync(string instance, string command) =>
        Assert.True((await _app.ResourceCommands.ExecuteCommandAsync(instance, command, Token)).Success);

    /// <summary>Waits for a line in a container's log.</summary>
    public async Task WaitForLineAsync(string instance, string text)
    {
        await foreach (var lines in _app.Services.GetRequiredService<ResourceLoggerService>().WatchAsync(instance).WithCancellation(Token))
        {
            if (lines.Any(line => line.Content.Contains(text, StringComparison.Ordinal)))
            {
                return;
            }
        }

        Assert.Fail($"The log of '{instance}' ended without '{text}'.");
    }

    /// <summary>Pings a Redis from this process until it answers: a proxy accepts connections before its container does.</summary>
    public static Task PingAsync(int port) => Eventually.GetAsync($"a Redis at port {port}", async token =>
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("localhost", port, token);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray(), token);
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            return await reader.ReadLineAsync(token) is "+PONG" ? "" : null;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return null;
        }
    });

    public Task StopAsync() => _app.StopAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _deadline.Dispose();
    }
}
