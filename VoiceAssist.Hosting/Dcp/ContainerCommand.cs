using System.ComponentModel;
using System.Diagnostics;

namespace Aspire.Hosting.Dcp;

/// <summary>The container runtime's own command, for what DCP leaves undone: it gives a container 10 s to stop, whoever waits.</summary>
/// <param name="runtime"><c>docker</c> or <c>podman</c>; null: whichever knows the container.</param>
internal sealed class ContainerCommand(string? runtime)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<string> _programs = string.IsNullOrEmpty(runtime) ? ["docker", "podman"] : [runtime];

    /// <summary>Kills a running container; a stop that waits for it, DCP's for example, then goes on.</summary>
    /// <returns>False if there is no such container, or no such runtime.</returns>
    public async Task<bool> KillAsync(string containerName)
    {
        foreach (var program in _programs)
        {
            if (await RunAsync(program, "kill", "--signal", "KILL", containerName).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Removes what a DCP that had to be killed has left: its watchdogs see to containers alone, and only after a while.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<string> containerNames, string? network)
    {
        foreach (var program in _programs)
        {
            if (containerNames.Count > 0)
            {
                await RunAsync(program, ["rm", "--force", "--volumes", .. containerNames]).ConfigureAwait(false);
            }

            if (network is not null)
            {
                await RunAsync(program, "network", "rm", network).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            try
            {
                await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
                return process.ExitCode == 0;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return false;
            }
        }
        catch (Win32Exception)
        {
            // Not on PATH.
            return false;
        }
    }
}
