using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Running;

/// <summary>The whole app, started once for all tests of the collection. Each test leaves it running and healthy.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private IDistributedApplicationTestingBuilder? _builder;

    public DistributedApplication App
    {
        get => field ?? throw new InvalidOperationException("The app was not started.");
        private set;
    }

    /// <summary>A client of the gateway.</summary>
    public HttpClient Gateway => App.CreateHttpClient(ResourceNames.Server);

    public async ValueTask InitializeAsync()
    {
        _builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(["--infrastructure", "embedded"], Deadline.Token);
        _builder.Services.AddLogging(logging => logging.ClearProviders());

        // A developer's own passwords stay out of it.
        _builder.Configuration[$"Parameters:{ResourceNames.Postgres}-password"] = "a 'quoted' password";
        _builder.Configuration[$"Parameters:{ResourceNames.Redis}-password"] = "a-password";
        App = await _builder.BuildAsync(Deadline.Token);
        await App.StartAsync(Deadline.Token);
        await HealthyAsync();
    }

    /// <summary>Waits until all four workloads are healthy.</summary>
    public Task HealthyAsync() => Task.WhenAll(
        Workloads.All.Select(name => App.ResourceNotifications.WaitForResourceHealthyAsync(name, WaitBehavior.WaitOnResourceUnavailable, Deadline.Token)));

    public IResource Resource(string name) =>
        App.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(r => r.Name == name);

    /// <summary>What is known of each of a resource's instances, once <paramref name="count"/> of them are as wanted.</summary>
    public async Task<IReadOnlyList<ResourceEvent>> InstancesAsync(string name, int count, Func<CustomResourceSnapshot, bool> wanted)
    {
        var instances = new Dictionary<string, ResourceEvent>();
        await foreach (var change in App.ResourceNotifications.WatchAsync(Deadline.Token))
        {
            if (change.Resource.Name != name)
            {
                continue;
            }

            instances[change.ResourceId] = change;
            if (instances.Values.Where(i => wanted(i.Snapshot)).ToArray() is var found && found.Length == count)
            {
                return found;
            }
        }

        throw new InvalidOperationException("The app ended.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_builder is not null)
        {
            await _builder.DisposeAsync();
        }
    }
}
