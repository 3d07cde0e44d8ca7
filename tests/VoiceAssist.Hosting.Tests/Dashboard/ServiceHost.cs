using Aspire.Hosting.Dashboard;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VoiceAssist.Hosting.Tests.State;

namespace VoiceAssist.Hosting.Tests.Dashboard;

/// <summary>The resource service on a real port, and a client of it.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private const int DashboardsLimit = 16 * 1024 * 1024;

    private readonly List<GrpcChannel> _channels = [];
    private readonly ResourceServiceHost _service;

    public ServiceHost(ILoggerFactory? loggers = null) =>
        _service = new(new("VoiceAssist", Key), State.Notifications, State.Loggers, State.Commands, loggers ?? NullLoggerFactory.Instance);

    public StateHost State { get; } = new();

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
    }
}
