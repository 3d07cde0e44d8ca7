using System.ComponentModel;
using System.Diagnostics;

namespace VoiceAssist.Hosting.Tests.Orchestration.Containers;

/// <summary>A container runtime of this machine, with an image that it has already: nothing is ever pulled.</summary>
/// <param name="Command"><c>docker</c> or <c>podman</c>.</param>
/// <param name="Image">An image with <c>sh</c>, <c>redis-server</c> and <c>redis-cli</c>.</param>
internal sealed record ContainerEngine(string Command, string Image)
{
    /// <summary>Names another image than that of AddRedis.</summary>
    private const string ImageVariable = "VOICEASSIST_TEST_REDIS_IMAGE";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>Skips the test where there is none.</summary>
    public static async Task<ContainerEngine> FindAsync()
    {
        var image = Environment.GetEnvironmentVariable(ImageVariable) is { Length: > 0 } named ? named : "docker.io/library/redis:8.6";
        foreach (var command in new[] { "docker", "podman" })
        {
            if (await RunAsync(command, "image", "inspect", image) is (0, _))
            {
                return new(command, image);
            }
        }

        Assert.Skip($"Neither docker nor podman answers and has the image '{image}'. Pull it, or name another one with redis-server and redis-cli: {ImageVariable}.");
        throw new InvalidOperationException();
    }

    /// <summary>What is printed, in lines.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(params string[] arguments) =>
        (await RunAsync(Command, arguments)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<(int ExitCode, string Output)> RunAsync(string command, params string[] arguments)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.BeginErrorReadLine();
            var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return (-1, "");
        }
    }
}
