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

    /// <summary>The engine itself kills a container that does not stop within 10 s.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The runtime that Aspire is told to use, else Docker, else Podman; the one that is found is what Aspire is told.</summary>
    public static ContainerRuntime Find(ConfigurationManager configuration)
    {
        var chosen = configuration[RuntimeKey] ?? configuration["ASPIRE_CONTAINER_RUNTIME"];
        string[] candidates = string.IsNullOrEmpty(chosen) ? ["docker", "podman"] : [chosen];
        foreach (var command in candidates)
        {
            // Fails unless the engine behind the command answers.
            if (Run(command, Timeout, "info").ExitCode == 0)
            {
                configuration[RuntimeKey] = command;
                return new(command, IsHealthy: true);
            }
        }

        return new(candidates[0], IsHealthy: false);
    }

    /// <summary>
    /// Stops and removes the containers that a killed run left on a volume. Two servers on the same data would ruin it: each is process 1
    /// of its container, so neither takes the other's lock file for that of a running server.
    /// </summary>
    public void RemoveContainersOf(string volume)
    {
        var (_, output) = Run(Command, Timeout, "ps", "--all", "--quiet", "--filter", $"volume={volume}");
        if (output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } containers)
        {
            Run(Command, StopTimeout, ["stop", .. containers]);
            Run(Command, StopTimeout, ["rm", "--force", .. containers]);
        }
    }

    /// <summary>Removes a volume; one that does not exist is no error.</summary>
    /// <exception cref="DistributedApplicationException">It is still there.</exception>
    public void RemoveVolume(string name)
    {
        Run(Command, Timeout, "volume", "rm", "--force", name);
        if (Run(Command, Timeout, "volume", "inspect", name).ExitCode == 0)
        {
            throw new DistributedApplicationException($"--fresh true: {Command} does not remove the volume '{name}'. See what uses it: {Command} ps --all --filter volume={name}");
        }
    }

    private static (int ExitCode, string Output) Run(string command, TimeSpan timeout, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            process.BeginErrorReadLine();
            if (process.WaitForExit(timeout))
            {
                return (process.ExitCode, output.GetAwaiter().GetResult());
            }

            process.Kill(entireProcessTree: true);
            return (-1, "");
        }
        catch (Win32Exception)
        {
            // Not on PATH.
            return (-1, "");
        }
    }
}
