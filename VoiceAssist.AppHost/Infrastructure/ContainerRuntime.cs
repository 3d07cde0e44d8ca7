using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Docker or Podman on this machine.</summary>
/// <param name="Command">The program.</param>
/// <param name="IsHealthy">Whether its engine answers.</param>
internal sealed record ContainerRuntime(string Command, bool IsHealthy)
{
    /// <summary>Aspire's own setting (<c>--dcp-container-runtime</c>).</summary>
    private const string RuntimeKey = "DcpPublisher:ContainerRuntime";

    /// <summary>An engine that does not answer within this is not healthy.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>The runtime that Aspire is told to use, else Docker, else Podman; the one that is found is what Aspire is told.</summary>
    public static ContainerRuntime Find(ConfigurationManager configuration)
    {
        var chosen = configuration[RuntimeKey] ?? configuration["ASPIRE_CONTAINER_RUNTIME"];
        string[] candidates = string.IsNullOrEmpty(chosen) ? ["docker", "podman"] : [chosen];
        foreach (var command in candidates)
        {
            // Fails unless the engine behind the command answers.
            if (Run(command, "info") == 0)
            {
                configuration[RuntimeKey] = command;
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
