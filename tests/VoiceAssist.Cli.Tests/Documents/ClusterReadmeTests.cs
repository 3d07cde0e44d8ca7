using System.Text.RegularExpressions;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>What k8s/performance/README.md tells people to type.</summary>
public sealed partial class ClusterReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Tree, "README.md"));

    [Fact]
    public void Every_command_of_ours_is_understood()
    {
        var root = CommandLine.Root(new() { Output = TextWriter.Null, Error = TextWriter.Null });
        var commands = Commands().Matches(Readme).Select(m => m.Groups["arguments"].Value.Trim()).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, c => Assert.Empty(root.Parse(c).Errors));
    }

    [Fact]
    public void Every_object_that_kubectl_is_told_to_look_at_is_published()
    {
        var plain = new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null };
        var names = PublishedTree.Environments(Repository.Tree)
            .SelectMany(e => PublishedTree.Read(e, Repository.Tree, plain).Objects)
            .SelectMany(o => new[] { (string)o["metadata"]!["name"]!, (string?)o["metadata"]!["namespace"] ?? "" })
            .Append("voiceassist-secrets").ToHashSet(StringComparer.Ordinal);
        var mentioned = Kubectl().Matches(Readme).SelectMany(m => Names().Matches(m.Value)).Select(m => m.Value.TrimEnd('-', '.')).Distinct().ToList();
        Assert.NotEmpty(mentioned);
        Assert.All(mentioned, n => Assert.Contains(n, names));
    }

    [Fact]
    public void Every_file_of_the_table_is_there()
    {
        var files = Cells().Matches(Readme[..Readme.IndexOf("## Install", StringComparison.Ordinal)]).Select(m => m.Groups["name"].Value).Where(n => !n.Contains("ENV", StringComparison.Ordinal));
        Assert.All(files, f => Assert.True(Path.Exists(Path.Combine(Repository.Tree, f)) || Path.Exists(Path.Combine(Repository.Tree, "overlays", f)) || Path.Exists(Path.Combine(Repository.Tree, "components", f)), f));
    }

    [GeneratedRegex(@"^voiceassist (?<arguments>[^#\n]+)", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^kubectl [^#\n]+", RegexOptions.Multiline)]
    private static partial Regex Kubectl();

    [GeneratedRegex(@"voiceassist-[a-z-]+")]
    private static partial Regex Names();

    [GeneratedRegex(@"^\| `(?<name>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Cells();
}
