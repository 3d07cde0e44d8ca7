using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>The commands of the dcp program that answer a question and exit.</summary>
internal static class DcpCommand
{
    /// <summary>Time that <c>dcp info</c> may take, as in Aspire: a container runtime that hangs makes it slow.</summary>
    public static readonly TimeSpan InfoTimeout = TimeSpan.FromSeconds(25);

    /// <summary>Time that <c>dcp version</c> may take; it looks at nothing but itself.</summary>
    public static readonly TimeSpan VersionTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Version, without a look at the container runtime (some 80 ms).</summary>
    /// <exception cref="DcpException">dcp does not run, prints something else or is too slow.</exception>
    public static Task<DcpInfo> GetVersionAsync(string dcpPath, CancellationToken cancellationToken) =>
        RunAsync(dcpPath, ["version"], VersionTimeout, cancellationToken);

    /// <summary>Version and container runtime (some 350 ms, seconds if the runtime is slow).</summary>
    /// <inheritdoc cref="GetVersionAsync"/>
    public static Task<DcpInfo> GetInfoAsync(string dcpPath, string? containerRuntime, CancellationToken cancellationToken, TimeSpan? timeout = null) =>
        RunAsync(
            dcpPath,
            containerRuntime is null ? ["info"] : ["info", "--container-runtime", containerRuntime],
            timeout ?? InfoTimeout,
            cancellationToken);

    private static async Task<DcpInfo> RunAsync(string dcpPath, string[] arguments, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var command = $"{dcpPath} {string.Join(' ', arguments)}";
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        using var process = Start(command, new ProcessStartInfo(dcpPath, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            var text = await output.ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new DcpException($"'{command}' ended with exit code {process.ExitCode}: {(await errors.ConfigureAwait(false)).Trim()}");
            }

            return JsonSerializer.Deserialize(text, DcpJson.Default.DcpInfo) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new DcpException($"'{command}' did not print the JSON object expected from DCP: {e.Message}", e);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new DcpException($"'{command}' did not end within {timeout.TotalSeconds:0} s.", e);
        }
    }

    /// <exception cref="DcpException">The program cannot be started.</exception>
    internal static Process Start(string command, ProcessStartInfo startInfo)
    {
        try
        {
            return Process.Start(startInfo)!;
        }
        catch (Win32Exception e)
        {
            throw new DcpException($"'{command}' cannot be started: {e.Message}", e);
        }
    }
}
