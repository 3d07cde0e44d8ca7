using System.Text.RegularExpressions;
using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Publishing;

/// <summary>What k8s/performance/README.md tells people to type to publish.</summary>
public sealed partial class ReadmePublishTests
{
    private const string Tree = "\"$PWD/k8s/performance\"";

    public static TheoryData<string> Commands { get; } = [.. Command().Matches(File.ReadAllText(Path.Combine(BuildPaths.Repository, "k8s", "performance", "README.md"))).Select(m => m.Groups["arguments"].Value.Trim())];

    /// <summary>Another folder stands for the tree, and the program that is built for <c>dotnet run</c>.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public async Task It_does_what_it_says(string arguments)
    {
        using var home = new TemporaryDirectory();
        var published = Path.Combine(home.Path, "k8s", "performance");
        await using var host = await AppHostProcess.StartAsync(home, arguments.Replace(Tree, published, StringComparison.Ordinal).Split(' '));

        Assert.True(await host.WaitForExitAsync() == 0, $"{arguments}: {host.Output}");

        Assert.Equal(arguments.Contains("--step publish ", StringComparison.Ordinal), File.Exists(Path.Combine(published, "rendered", "prod.yaml")));
        Assert.Contains("prod", host.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^dotnet run --project VoiceAssist\.AppHost -- (?<arguments>[^#\n]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
