using Aspire.Hosting.Dashboard;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using VoiceAssist.Hosting.Tests.State;

namespace VoiceAssist.Hosting.Tests.Dashboard;

/// <summary>The resource service on a real port, and a client of it.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private const int DashboardsLimit = 16 * 1024 * 1024;

    private readonly List<GrpcChannel> _channels = [];
    private readonly CallRecorder _calls = new();
    private readonly LoggerFactory _loggers;
    private readonly ResourceServiceHost _service;

    public ServiceHost()
    {
        _loggers = new([_calls], new LoggerFilterOptions { MinLevel = LogLevel.Debug });
        _service = new(new("VoiceAssist", Key), State.Notifications, State.Loggers, State.Commands, _loggers);
    }

    public StateHost State { get; } = new();

    /// <summary>Waits until somebody has called all these methods.</summary>
    public Task CalledAsync(params string[] methods) => _calls.WaitAsync(methods, TestContext.Current.CancellationToken);

    public Task<Uri> StartAsync() => _service.StartAsync(TestContext.Current.CancellationToken);

    public async Task<Aspire.DashboardService.Proto.V1.DashboardService.DashboardServiceClient> ConnectAsync()
    {
        var channel = GrpcChannel.ForAddress(_service.Uri ?? await StartAsync(), new() { MaxReceiveMessageSize = DashboardsLimit });
        _channels.Add(channel);
        return new(channel);
    }

    public static CallOptions With(string? key) =>
        new(key is null ? [] : new Metadata { { ApiKeyGate.Header, key } }, cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _channels.ForEach(c => c.Dispose());
        await _service.DisposeAsync();
        await State.DisposeAsync();
        _loggers.Dispose();
    }
}
