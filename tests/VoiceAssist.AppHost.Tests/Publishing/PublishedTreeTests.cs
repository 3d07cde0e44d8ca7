using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Publishing;

/// <summary>The Kubernetes manifests that are committed.</summary>
public sealed class PublishedTreeTests
{
    private const string Tree = "k8s/performance";

    // An absolute path: dotnet run starts the app host in its project's directory.
    private const string Renewal = $"dotnet run --project VoiceAssist.AppHost -- --operation publish --step publish --output-path \"$PWD/{Tree}\"";

    [Fact]
    public async Task It_is_what_the_app_host_publishes()
    {
        using var home = new TemporaryDirectory();
        var published = Path.Combine(home.Path, "out");
        await using (var host = await AppHostProcess.StartAsync(home, ["--operation", "publish", "--step", "publish", "--output-path", published]))
        {
            Assert.True(await host.WaitForExitAsync() == 0, host.Output);
        }

        var differences = Differences(Files(published), Files(Path.Combine(BuildPaths.Repository, Tree))).ToArray();

        Assert.True(differences.Length == 0, $"{Tree} is not what the app model says:\n{string.Join('\n', differences)}\nTo renew it, at the top of the repository: {Renewal}");
    }

    private static IEnumerable<string> Differences(Dictionary<string, byte[]> published, Dictionary<string, byte[]> committed)
    {
        foreach (var path in published.Keys.Union(committed.Keys).Order(StringComparer.Ordinal))
        {
            if (!committed.TryGetValue(path, out var old))
            {
                yield return $"  missing   {path}";
            }
            else if (!published.TryGetValue(path, out var current))
            {
                yield return $"  stale     {path}";
            }
            else if (!current.AsSpan().SequenceEqual(old))
            {
                yield return $"  differs   {path}";
            }
        }
    }

    /// <summary>What is written by the publisher; documents, scripts and the recording that these send are people's.</summary>
    private static Dictionary<string, byte[]> Files(string directory) => !Directory.Exists(directory) ? [] : Directory
        .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) != "README.md" && Path.GetExtension(f) is not (".sh" or ".wav"))
        .ToDictionary(f => Path.GetRelativePath(directory, f).Replace('\\', '/'), File.ReadAllBytes);
}
