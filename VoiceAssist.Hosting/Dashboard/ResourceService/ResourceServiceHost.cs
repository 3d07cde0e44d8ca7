using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Serves the <see cref="ResourceService"/> over HTTP/2 without TLS on 127.0.0.1.</summary>
internal sealed class ResourceServiceHost(
    ResourceServiceOptions options,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    ResourceCommandService commands,
    ILoggerFactory loggerFactory) : IAsyncDisposable
{
    /// <summary>Longer than the streams need to end; a command under way does not hold up the end of the host.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private WebApplication? _app;

    /// <summary>The address; known once it has started.</summary>
    public Uri? Uri { get; private set; }

    /// <summary>Starts serving.</summary>
    /// <returns>The address.</returns>
    /// <exception cref="DistributedApplicationException">The port is in use.</exception>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        var app = _app = Build();
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new DistributedApplicationException(
                $"The resource service for the dashboard cannot listen on 127.0.0.1:{options.Port} (ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL): {e.Message}", e);
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return Uri = new(addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            using var timeout = new CancellationTokenSource(StopTimeout);
            await app.StopAsync(timeout.Token).ConfigureAwait(false);
            await app.DisposeAsync().ConfigureAwait(false);
        }
    }

    private WebApplication Build()
    {
        // An empty builder: neither this process' configuration (ASPNETCORE_URLS is the dashboard's) nor its signals are this server's affair.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        builder.Services.AddLogging(l => l
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter(typeof(ResourceService).Namespace, LogLevel.Trace)
            .AddProvider(new ForwardingLoggerProvider(loggerFactory)));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(notifications);
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(commands);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        var gate = new ApiKeyGate(options.ApiKey);
        app.Use((context, next) => gate.InvokeAsync(context, next));
        app.UseRouting();
        app.MapGrpcService<ResourceService>();
        return app;
    }
}
