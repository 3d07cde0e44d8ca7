using System.Text.Json.Nodes;
using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Publishing;

/// <summary>The manifest that the built app host writes.</summary>
public sealed class ManifestTests
{
    private const string Snapshot = "Publishing/Snapshots/aspire-manifest.json";

    public static TheoryData<string[], string> CommandLines => new()
    {
        { ["--publisher", "manifest", "--output-path", "out/manifest.json"], "manifest.json" },
        { ["--operation", "publish", "--step", "publish-manifest", "--output-path", "out"], "aspire-manifest.json" },
    };

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task Publishing_writes_that_file_and_nothing_else(string[] commandLine, string file)
    {
        using var home = new TemporaryDirectory();

        await PublishAsync(home, commandLine);

        Assert.Equal([file], Directory.EnumerateFileSystemEntries(Path.Combine(home.Path, "out")).Select(Path.GetFileName));
    }

    /// <remarks>To approve a change, copy the actual text that the failure names over the snapshot.</remarks>
    [Fact]
    public async Task It_is_the_one_that_was_approved()
    {
        using var home = new TemporaryDirectory();
        var actual = await ManifestAsync(home);

        var approved = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, Snapshot), Deadline.Token));
        Assert.True(JsonNode.DeepEquals(approved, actual), $"The manifest differs from {Snapshot}. It is now:\n{actual}");
    }

    [Fact]
    public async Task Postgres_creates_the_database_in_a_cluster()
    {
        using var home = new TemporaryDirectory();

        var manifest = await ManifestAsync(home);

        Assert.Equal(ResourceNames.Database, (string?)Resource(manifest, ResourceNames.Postgres)["env"]!["POSTGRES_DB"]);
    }

    [Fact]
    public async Task Redis_is_bounded_evicting_and_writes_nothing_to_disk()
    {
        using var home = new TemporaryDirectory();

        var arguments = string.Join(' ', Resource(await ManifestAsync(home), ResourceNames.Redis)["args"]!.AsArray());

        Assert.Contains("--maxmemory 768mb --maxmemory-policy allkeys-lru --save '' --appendonly no", arguments, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResourceNames.Server, Ports.Server)]
    [InlineData(ResourceNames.Worker, Ports.Worker)]
    public async Task A_workload_has_one_binding_without_TLS_on_its_port(string name, int port)
    {
        using var home = new TemporaryDirectory();

        var bindings = Resource(await ManifestAsync(home), name)["bindings"]!.AsObject();

        Assert.Equal(["http"], bindings.Select(b => b.Key));
        Assert.Equal(port, (int?)bindings["http"]!["targetPort"]);
    }

    [Fact]
    public async Task No_secret_and_nothing_of_the_developers_environment_is_in_it()
    {
        using var home = new TemporaryDirectory();

        var text = (await ManifestAsync(home, $"--Parameters:{ResourceNames.Postgres}-password", "the-secret-value", $"--Parameters:{ResourceNames.Redis}-password", "the-secret-value")).ToJsonString();

        Assert.DoesNotContain("the-secret-value", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Development", text, StringComparison.Ordinal);
    }

    private static JsonNode Resource(JsonNode manifest, string name) => manifest["resources"]![name]!;

    /// <summary>The manifest as it is whatever the directory of the checkout.</summary>
    private static async Task<JsonNode> ManifestAsync(TemporaryDirectory home, params string[] arguments)
    {
        var file = Path.Combine(home.Path, "manifest.json");
        await PublishAsync(home, ["--publisher", "manifest", "--output-path", file, .. arguments]);
        var text = await File.ReadAllTextAsync(file, Deadline.Token);
        return JsonNode.Parse(text.Replace(Path.GetRelativePath(home.Path, BuildPaths.Repository).TrimEnd('/').Replace('\\', '/'), "REPOSITORY", StringComparison.Ordinal))!;
    }

    private static async Task PublishAsync(TemporaryDirectory home, string[] arguments)
    {
        await using var host = await AppHostProcess.StartAsync(home, arguments);
        Assert.Equal((0, ""), (await host.WaitForExitAsync(), host.Errors));
    }
}
