using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceAssist.Contracts;
using Yarp.ReverseProxy.Configuration;

namespace VoiceAssist.Gateway.Tests.Restarting;

/// <summary>A reverse proxy (YARP) that learns from <c>/ready</c>, polled every second, whom it may send requests to; it repeats none.</summary>
internal sealed class ReadyProxy : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>A gateway that drains says so at once; one that answers late is only held up, as everything else here is then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>As the published readiness probe: one late answer of a busy machine takes nobody out. Seen well within the drain delay of 5 s.</summary>
    private const string Failures = "2";

    private readonly WebApplication _app;
    private readonly InMemoryConfigProvider _targets;

    private ReadyProxy()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddReverseProxy().LoadFromMemory([], []);
        _app = builder.Build();
        _app.MapReverseProxy();
        _targets = (InMemoryConfigProvider)_app.Services.GetRequiredService<IProxyConfigProvider>();
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ReadyProxy> StartAsync(IReadOnlyDictionary<string, Uri> gateways)
    {
        var proxy = new ReadyProxy();
        proxy.Use(gateways);
        await proxy._app.StartAsync();
        return proxy;
    }

    /// <summary>Replaces the gateways that it knows, by name.</summary>
    public void Use(IReadOnlyDictionary<string, Uri> gateways) => _targets.Update(
        [new RouteConfig { RouteId = "all", ClusterId = "gateways", Match = new() { Path = "{**path}" } }],
        [new ClusterConfig
        {
            ClusterId = "gateways",
            Destinations = gateways.ToDictionary(gateway => gateway.Key, gateway => new DestinationConfig { Address = gateway.Value.ToString() }),
            HealthCheck = new()
            {
                AvailableDestinationsPolicy = "HealthyAndUnknown",
                Active = new() { Enabled = true, Interval = Interval, Timeout = Patience, Policy = "ConsecutiveFailures", Path = EndpointPaths.Ready },
            },
            Metadata = new Dictionary<string, string> { ["ConsecutiveFailuresHealthPolicy.Threshold"] = Failures },
        }]);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
