using System.Globalization;
using System.Text.RegularExpressions;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>The built app host as a process, with a home and a cache of its own. Nothing it started outlives it.</summary>
internal sealed partial class AppHostProcess : IAsyncDisposable
{
    public const int SigInt = 2;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    /// <summary>After a test: how long it may take to end by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ChildProcess _process;
    private readonly ProcessMark _mark;

    private AppHostProcess(ChildProcess process, ProcessMark mark) => (_process, _mark) = (process, mark);

    /// <summary>All it has written, both streams.</summary>
    public string Output => _process.Output;

    public string Errors => _process.Errors;

    public Uri GatewayUrl => Url("gateway");

    public Uri DashboardUrl => Url("dashboard");

    /// <param name="home">The directory for its home, cache and data; an app host beside or after it shares them by sharing the directory.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">Variables on top.</param>
    /// <param name="unprivileged">As root, run it as somebody else.</param>
    /// <param name="folder">Where it starts; absent: at home.</param>
    public static async Task<AppHostProcess> StartAsync(
        TemporaryDirectory home, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, bool unprivileged = false, string? folder = null)
    {
        var mark = new ProcessMark();
        var variables = new Dictionary<string, string?>
        {
            ["HOME"] = home.Path,
            ["VOICEASSIST_CACHE"] = home.Path,
            ["DOTNET_ROOT"] = BuildPaths.DotnetRoot,
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
            ["ASPNETCORE_URLS"] = null,
            [ProcessMark.Variable] = mark.Value,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            variables[name] = value;
        }

        return new(await ChildProcess.StartAsync(BuildPaths.AppHost, arguments, folder ?? home.Path, variables, unprivileged), mark);
    }

    /// <summary>Starts it on embedded infrastructure and waits until all workloads are healthy.</summary>
    public static async Task<AppHostProcess> RunAsync(TemporaryDirectory home, params string[] arguments)
    {
        var host = await StartAsync(home, ["--infrastructure", "embedded", .. arguments]);
        try
        {
            await host.ReadyAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until all workloads are healthy.</summary>
    public async Task ReadyAsync()
    {
        await Eventually.BeAsync("the app host is ready", () => Task.FromResult(_process.HasExited || Ready().IsMatch(Output)), () => Output, Deadline.Length);
        Assert.False(_process.HasExited, Output);
    }

    public HttpClient CreateGatewayClient() => new() { BaseAddress = GatewayUrl };

    /// <summary>What it started, itself included, as far as it still runs.</summary>
    /// <param name="program">Only processes of this program.</param>
    public IReadOnlyList<int> Processes(string? program = null) => _mark.Find(program);

    public Task SignalAsync(int signal) => _process.SignalAsync(signal);

    /// <returns>The exit code.</returns>
    public Task<int> WaitForExitAsync() => _process.WaitForExitAsync(Deadline.Token);

    /// <summary>Ends it by a signal.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(int signal)
    {
        await SignalAsync(signal);
        return await WaitForExitAsync();
    }

    /// <summary>Waits until nothing that it started runs.</summary>
    public Task GoneAsync() => GoneAsync(Deadline.Length);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync(SigTerm);
            using var patience = new CancellationTokenSource(Patience);
            await ((Task)_process.WaitForExitAsync(patience.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _process.DisposeAsync();
        await GoneAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _mark.KillAll();
    }

    private Task GoneAsync(TimeSpan deadline) => Eventually.BeAsync(
        "nothing is left of the app host",
        () => Task.FromResult(Processes().Count == 0),
        () => $"Left: {string.Join(", ", Processes().Select(ProcessMark.Describe))}",
        deadline);

    private Uri Url(string what) => new(
        Regex.Match(Output, string.Create(CultureInfo.InvariantCulture, $@"^{what}: (\S+)"), RegexOptions.Multiline) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"The app host has not printed '{what}: URL':\n{Output}"));

    [GeneratedRegex("^ready: ", RegexOptions.Multiline)]
    private static partial Regex Ready();
}
