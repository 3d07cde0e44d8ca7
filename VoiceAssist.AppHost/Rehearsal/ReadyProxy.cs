using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Autoscaling.Rehearsals;
using Yarp.ReverseProxy.Configuration;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>What a Service is in a cluster: one address, behind it the replicas that are ready, each in its turn. It also answers how the rehearsal stands.</summary>
internal sealed class ReadyProxy : IAsyncDisposable
{
    private const string Cluster = "ready";

    private static readonly RouteConfig[] Routes = [new() { RouteId = Cluster, ClusterId = Cluster, Match = new() { Path = "{**path}" } }];

    private readonly WebApplication _app;
    private readonly InMemoryConfigProvider _config;
    private string[] _urls = [];

    private ReadyProxy(WebApplication app, InMemoryConfigProvider config) => (_app, _config) = (app, config);

    public string Url => _app.Urls.First();

    /// <param name="status">How the rehearsal stands.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ReadyProxy> StartAsync(Func<RehearsalStatus> status, CancellationToken cancellationToken)
    {
        // Not the usual builder: it would take this process' variables and arguments for its own.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var config = new InMemoryConfigProvider(Routes, Clusters([]));
        builder.Services.AddSingleton<IProxyConfigProvider>(config);
        builder.Services.AddReverseProxy();
        var app = builder.Build();
        app.UseRouting();
        app.MapGet(RehearsalStatus.Path, () => Results.Json(status(), RehearsalStatus.Json));
        app.MapReverseProxy();
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new(app, config);
    }

    /// <summary>From now on requests go to these.</summary>
    public void Route(IEnumerable<string> urls)
    {
        var wanted = urls.Order(StringComparer.Ordinal).ToArray();
        if (!wanted.SequenceEqual(_urls))
        {
            _urls = wanted;
            _config.Update(Routes, Clusters(wanted));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static ClusterConfig[] Clusters(string[] urls) =>
    [
        new()
        {
            ClusterId = Cluster,
            LoadBalancingPolicy = "RoundRobin",
            Destinations = urls.ToDictionary(u => u, u => new DestinationConfig { Address = u }),
        },
    ];
}
