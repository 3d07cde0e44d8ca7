using System.Diagnostics;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.LoadTest.Local;

/// <summary>An app host that was started for a test. It stops when its standard input ends: by us, or by our own end, however that comes.</summary>
internal sealed class RunningAppHost : IAsyncDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _gateway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningAppHost(Process process) => _process = process;

    /// <summary>The gateway's address.</summary>
    public Uri Gateway => _gateway.Task.Result;

    /// <exception cref="FailureException">It ended before it was ready.</exception>
    public static async Task<RunningAppHost> StartAsync(string file, IEnumerable<string> arguments, Surroundings around, CancellationToken cancel)
    {
        new Terminal(around).Line("Starting the app host ...", Tone.Quiet);
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.IsPathRooted(file) ? Path.GetDirectoryName(file)! : around.Folder,
        };

        // As its launch settings say, which are for dotnet run.
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        start.Environment.Remove("ASPNETCORE_URLS");
        var starting = new RunningAppHost(Process.Start(start)!);
        try
        {
            starting.Read();
            await starting._ready.Task.WaitAsync(cancel);
            return starting;
        }
        catch
        {
            await starting.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has gone already.
        }

        using var patience = new CancellationTokenSource(StopTime);
        await ((Task)_process.WaitForExitAsync(patience.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Read()
    {
        _process.OutputDataReceived += (_, e) => Take(e.Data);
        _process.ErrorDataReceived += (_, e) => Take(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _ = Task.Run(async () =>
        {
            await _process.WaitForExitAsync();
            _ready.TrySetException(new FailureException($"The app host ended with {_process.ExitCode} before it was ready:\n{Last()}"));
        });
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }

        if (line.StartsWith("gateway: ", StringComparison.Ordinal) && Uri.TryCreate(line["gateway: ".Length..].Trim(), UriKind.Absolute, out var url))
        {
            _gateway.TrySetResult(url);
        }
        else if (line.StartsWith("ready: ", StringComparison.Ordinal))
        {
            // It prints the gateway's address before.
            _ready.TrySetResult();
        }
    }

    private string Last()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }
}
