using System.Reflection;
using System.Text.RegularExpressions;
using VoiceAssist.Gateway.Keys;
using VoiceAssist.Gateway.Tests.Jobs.Submitting;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests;

/// <summary>docs/gateway.md tells the truth: its examples run, in one shell and in their order, against a gateway with keys and a worker.</summary>
public sealed partial class GuideTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Every_example_of_the_guide_works()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis.ConnectionString, ApiKeyPair.Guarded);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis.ConnectionString);
        await gateway.ReadyAsync();
        await worker.ReadyAsync();

        var output = await RunAsync(string.Join("\n", Examples()), new Dictionary<string, string?>
        {
            ["GATEWAY"] = gateway.Client.BaseAddress!.ToString().TrimEnd('/'),
            ["KEY"] = ApiKeyPair.Mobile.Key,
        });

        Assert.Contains("\n200\n", output, StringComparison.Ordinal);
        Assert.Contains("\"intent\":\"clock.time\"", output, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"cancelled\"", output, StringComparison.Ordinal);
        Assert.Contains("A command of 1 to 1000 characters is required.", output, StringComparison.Ordinal);
        Assert.Equal(["mobile"], ApiKeySetting.Read(NewEntry().Match(output).Groups[1].Value, isDevelopment: false).Clients);
    }

    private static IEnumerable<string> Examples()
    {
        var guide = typeof(GuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "guide").Value!;
        return ShellBlock().Matches(File.ReadAllText(guide)).Select(block => block.Groups[1].Value);
    }

    private static async Task<string> RunAsync(string script, IReadOnlyDictionary<string, string?> environment)
    {
        var folder = Directory.CreateTempSubdirectory("voiceassist-guide-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "command.wav"), Recordings.OfLength(32_000));
            await using var shell = await ChildProcess.StartAsync("/bin/sh", ["-euc", script], folder, environment);
            Assert.True(await shell.WaitForExitAsync(CancellationToken.None) == 0, shell.Output);
            return shell.Output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("give to the gateway: (.*)")]
    private static partial Regex NewEntry();
}
