using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Docker or Podman on this machine.</summary>
/// <param name="Command">The program.</param>
/// <param name="IsHealthy">Whether its engine answers.</param>
internal sealed record ContainerRuntime(string Command, bool IsHealthy)
{
    /// <summary>An engine that does not answer within this is not healthy.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>The runtime that Aspire is told to use (ASPIRE_CONTAINER_RUNTIME), else Docker, else Podman.</summary>
    public static ContainerRuntime Find(IConfiguration configuration)
    {
        string[] candidates = configuration["ASPIRE_CONTAINER_RUNTIME"] is { Length: > 0 } chosen ? [chosen] : ["docker"];
        foreach (var command in candidates)
        {
            if (Run(command, "info", "--format", "{{.ID}}") == 0)
            {
                return new(command, IsHealthy: true);
            }
        }

        return new(candidates[0], IsHealthy: false);
    }

    /// <summary>Removes a volume; one that does not exist is no error.</summary>
    public void RemoveVolume(string name) => Run(Command, "volume", "rm", "--force", name);

    private static int Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(Timeout))
            {
                return process.ExitCode;
            }

            process.Kill(entireProcessTree: true);
            return -1;
        }
        catch (Win32Exception)
        {
            // Not on PATH.
            return -1;
        }
    }
}
