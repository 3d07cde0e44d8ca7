using System.Net;
using System.Reflection;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.TestServers.Workloads;

/// <summary>A built workload, run as the process that it is in production.</summary>
public sealed class Workload : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly ChildProcess _process;

    private Workload(string name, ChildProcess process, Uri address)
    {
        (Name, _process) = (name, process);
        Client = new HttpClient { BaseAddress = address };
    }

    public string Name { get; }

    /// <summary>Speaks to it.</summary>
    public HttpClient Client { get; }

    /// <summary>What it has written to the console so far.</summary>
    public string Output => _process.Output;

    /// <summary>Starts a workload and waits until it is alive; it need not be ready then.</summary>
    /// <param name="project">Its project's name; the test project has stamped where that is built: <c>workload:NAME</c>.</param>
    /// <param name="postgres">Connection string.</param>
    /// <param name="redis">Connection string.</param>
    /// <param name="environment">Further variables.</param>
    public static async Task<Workload> StartAsync(
        string project, string postgres, string redis, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var file = Executable(project);
        var address = new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
        var variables = new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>())
        {
            ["ASPNETCORE_URLS"] = address.ToString(),
            [$"ConnectionStrings__{ConnectionNames.Postgres}"] = postgres,
            [$"ConnectionStrings__{ConnectionNames.Redis}"] = redis,
        };
        variables.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        var process = await ChildProcess.StartAsync(file, [], Path.GetDirectoryName(file), variables);
        var workload = new Workload(project, process, address);
        try
        {
            await Eventually.BeAsync($"{project} is alive", workload.IsAliveAsync, () => workload.Output);
            return workload;
        }
        catch
        {
            await workload.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it is ready.</summary>
    public async Task<Workload> ReadyAsync()
    {
        await ReadinessAsync();
        return this;
    }

    /// <summary>Waits until it is ready.</summary>
    /// <returns>The report that says so, JSON.</returns>
    public Task<string> ReadinessAsync() => Eventually.SeeAsync(
        $"{Name} is ready",
        async () =>
        {
            using var response = await Client.GetAsync(new Uri(EndpointPaths.Ready, UriKind.Relative));
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : null;
        },
        () => Output);

    /// <returns>The status of a GET.</returns>
    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    /// <summary>Sends SIGTERM.</summary>
    public Task TerminateAsync() => _process.SignalAsync(Terminate);

    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        using var deadline = new CancellationTokenSource(Eventually.Deadline);
        return await _process.WaitForExitAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
    }

    private async Task<bool> IsAliveAsync()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"{Name} did not start:\n{Output}");
        }

        try
        {
            return await StatusAsync(EndpointPaths.Health) == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Executable(string project) =>
        AppDomain.CurrentDomain.GetAssemblies()
            .SelectMany(assembly => assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            .FirstOrDefault(metadata => metadata.Key == $"workload:{project}")?.Value
        ?? throw new InvalidOperationException($"The test project does not name {project} as <TestWorkload Include=\"...\" />.");
}
