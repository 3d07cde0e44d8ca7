using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;
using VoiceAssist.Hosting.Kubernetes.Tests.Aspirate;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.AppHost.Tests.Publishing;

/// <summary>The commands of docs/kubernetes/aspirate.md, as they stand there; aspirate itself is played by a generator that writes what it writes.</summary>
public sealed partial class AspirateWalkThroughTests
{
    private const string OurCommand = "dotnet run --project VoiceAssist.AppHost -- ";

    private static readonly string[] Environments = ["dev", "staging", "prod"];

    [Fact]
    public async Task Each_command_of_the_document_does_what_it_says()
    {
        using var home = new TemporaryDirectory();

        Assert.Equal(4, await WalkAsync(home));

        foreach (var environment in Environments)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(home.Path, $"k8s/enriched/rendered/{environment}.yaml"), Deadline.Token);
            Assert.DoesNotContain("placeholder", text, StringComparison.Ordinal);
            Assert.DoesNotContain("uri-encoded", text, StringComparison.Ordinal);
            Assert.Contains($"app: {ResourceNames.Server}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Kustomize_makes_the_rendered_environments_of_the_overlays_and_the_base()
    {
        Kubectl.Require();
        using var home = new TemporaryDirectory();
        await WalkAsync(home);
        foreach (var environment in Environments)
        {
            var rendered = await File.ReadAllTextAsync(Path.Combine(home.Path, $"k8s/enriched/rendered/{environment}.yaml"), Deadline.Token);
            Assert.Equal(rendered, Kubectl.Kustomize(Path.Combine(home.Path, $"k8s/enriched/overlays/{environment}")));
        }
    }

    [Fact]
    public async Task A_directory_that_is_not_aspirates_is_an_error_and_nothing_is_written()
    {
        using var home = new TemporaryDirectory();
        Directory.CreateDirectory(Path.Combine(home.Path, "empty"));

        await using var host = await AppHostProcess.StartAsync(home, ["--operation", "publish", "--step", "publish", "--base", "empty", "--output-path", "k8s"]);

        Assert.NotEqual(0, await host.WaitForExitAsync());
        Assert.Contains("kustomization.yaml is missing", host.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(home.Path, "k8s")));
    }

    /// <summary>Runs the document's commands in a directory that stands for the checkout.</summary>
    /// <returns>How many of them are ours.</returns>
    private static async Task<int> WalkAsync(TemporaryDirectory home)
    {
        var ours = 0;
        Directory.CreateDirectory(Path.Combine(home.Path, "VoiceAssist.AppHost"));
        foreach (var command in await CommandsAsync())
        {
            if (command.StartsWith(OurCommand, StringComparison.Ordinal))
            {
                // As dotnet run does it: the shell fills in its own directory, the app host starts in its project's.
                await using var host = await AppHostProcess.StartAsync(
                    home, command[OurCommand.Length..].Replace("$PWD", home.Path, StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Split(' '),
                    folder: Path.Combine(home.Path, "VoiceAssist.AppHost"));
                Assert.True(await host.WaitForExitAsync() == 0, $"{command}\n{host.Output}");
                ours++;
            }
            else if (command.Contains("aspirate generate", StringComparison.Ordinal))
            {
                await GenerateAsync(home, command);
            }
        }

        return ours;
    }

    private static async Task<IReadOnlyList<string>> CommandsAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(BuildPaths.Repository, "docs/kubernetes/aspirate.md"), Deadline.Token);
        return [.. ShellBlock().Matches(text).SelectMany(m => Continuation().Replace(m.Groups[1].Value, " ").Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0)];
    }

    private static async Task GenerateAsync(TemporaryDirectory home, string command)
    {
        var words = command.Trim('(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var directory = Path.Combine(home.Path, words[Array.IndexOf(words, "cd") + 1]);
        var parameters = words.Zip(words.Skip(1)).Where(p => p.First == "-pa").Select(p => p.Second.Split('=')).ToDictionary(p => p[0], p => p[1]);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(directory, words[Array.IndexOf(words, "-m") + 1]), Deadline.Token))!;
        foreach (var (path, text) in AspirateGenerator.Generate(manifest, parameters))
        {
            var file = Path.GetFullPath(Path.Combine(directory, words[Array.IndexOf(words, "-o") + 1], path));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, Deadline.Token);
        }
    }

    [GeneratedRegex("^ *```sh\n(.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@" \\\n *")]
    private static partial Regex Continuation();
}
