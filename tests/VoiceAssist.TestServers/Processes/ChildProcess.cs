using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace VoiceAssist.TestServers.Processes;

/// <summary>A process that does not outlive the test process, not even when that is killed (Linux).</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>Debian's <c>nobody</c> and <c>nogroup</c>; any id that is not root's will do.</summary>
    internal const int UnprivilegedId = 65534;

    private const string SetPriv = "/usr/bin/setpriv";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ChildProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, e) => Keep(e.Data);
        _process.ErrorDataReceived += (_, e) => KeepError(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it has written so far, both streams.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>What it has written to standard error so far.</summary>
    public string Errors => string.Join('\n', _errors);

    /// <param name="file">The executable's path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="environment">Variables to set on top of this process' own; null unsets one.</param>
    /// <param name="unprivileged">As root, run it as somebody else.</param>
    public static async Task<ChildProcess> StartAsync(
        string file,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        bool unprivileged = false)
    {
        var start = new ProcessStartInfo
        {
            FileName = file,
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (File.Exists(SetPriv))
        {
            start.FileName = SetPriv;
            foreach (var option in PrivilegeOptions(unprivileged && Environment.IsPrivilegedProcess))
            {
                start.ArgumentList.Add(option);
            }

            start.ArgumentList.Add(file);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(await LauncherThread.RunAsync(() => Process.Start(start)!));
    }

    /// <summary>Runs a process to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not exit with 0.</exception>
    public static async Task RunAsync(string file, IEnumerable<string> arguments, bool unprivileged = false)
    {
        await using var process = await StartAsync(file, arguments, unprivileged: unprivileged);
        var exitCode = await process.WaitForExitAsync(CancellationToken.None);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{file} exited with {exitCode}:\n{process.Output}");
        }
    }

    /// <summary>Sends a signal by its number, 15 for SIGTERM.</summary>
    public async Task SignalAsync(int signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Kills it, unless it has gone already.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static IEnumerable<string> PrivilegeOptions(bool drop) => drop
        ? ["--pdeathsig", "KILL", $"--reuid={UnprivilegedId}", $"--regid={UnprivilegedId}", "--clear-groups", "--"]
        : ["--pdeathsig", "KILL", "--"];

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }

    private void KeepError(string? line)
    {
        Keep(line);
        if (line is not null)
        {
            _errors.Enqueue(line);
        }
    }
}
