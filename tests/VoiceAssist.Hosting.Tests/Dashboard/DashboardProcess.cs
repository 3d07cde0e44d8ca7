using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Aspire.Hosting.Dashboard;

namespace VoiceAssist.Hosting.Tests.Dashboard;

/// <summary>The real dashboard, started without an orchestrator.</summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _frontend = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private DashboardProcess(Process process)
    {
        _process = process;
        _process.EnableRaisingEvents = true;
        _process.OutputDataReceived += (_, e) => Observe(e.Data);
        _process.ErrorDataReceived += (_, e) => Observe(e.Data);
        _process.Exited += (_, _) => _frontend.TrySetException(new InvalidOperationException($"The dashboard has ended:{Environment.NewLine}{Output}"));
    }

    /// <summary>The program; null where it is not installed.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("ASPIRE_DASHBOARD_PATH") ?? Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "aspiredashboardpath")?.Value;

    public Task<Uri> Frontend => _frontend.Task.WaitAsync(TestContext.Current.CancellationToken);

    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    public static DashboardProcess Start(DashboardOptions options, Uri resourceService)
    {
        var start = new ProcessStartInfo(Path!, ["dashboard"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("DOTNET_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in DashboardEnvironment.Create(options, new("http://127.0.0.1:0", "http://127.0.0.1:0", null, resourceService), []))
        {
            start.Environment[name] = value;
        }

        var dashboard = new DashboardProcess(new() { StartInfo = start });
        dashboard._process.Start();
        dashboard._process.BeginOutputReadLine();
        dashboard._process.BeginErrorReadLine();
        return dashboard;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    /// <summary>Sample: <c>{"EventId":0,"LogLevel":"Information","Category":"...","Message":"Now listening on: http://127.0.0.1:39441","State":{...}}</c>.</summary>
    private void Observe(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        const string Marker = "Now listening on: ";
        if (line.StartsWith('{') && JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString() is { } message && message.StartsWith(Marker, StringComparison.Ordinal))
        {
            _frontend.TrySetResult(new(message[Marker.Length..]));
        }
    }
}
