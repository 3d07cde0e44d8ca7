using System.Text.RegularExpressions;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>What k8s/performance/README.md tells people to type.</summary>
public sealed partial class ClusterReadmeTests
{
    private static readonly string Readme = ReadmeCommands.Text;
    private static readonly string Table = Readme[..Readme.IndexOf("## Install", StringComparison.Ordinal)];

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
        var files = Cells().Matches(Table).Select(m => m.Groups["name"].Value).Where(n => !n.Contains("ENV", StringComparison.Ordinal));
        Assert.All(files, f => Assert.True(Path.Exists(Path.Combine(Repository.Tree, f)), f));
    }

    [Fact]
    public void Whatever_is_there_is_in_the_table()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Tree).Select(e => Path.GetFileName(e)!)
            .Where(e => e is not ("README.md" or ".published") && !Path.Exists(Path.Combine(Repository.Tree, "base", e)));
        Assert.All(entries, e => Assert.Matches($@"(?m)^\| [^|]*`{Regex.Escape(e)}(/|`)", Table));
    }

    [Theory]
    [InlineData("overlays")]
    [InlineData("components")]
    public void A_row_names_each_of_its_folders(string folder)
    {
        var row = Table.Split('\n').Single(l => l.StartsWith($"| `{folder}/", StringComparison.Ordinal));
        Assert.All(Directory.GetDirectories(Path.Combine(Repository.Tree, folder)), d => Assert.Matches($"`({folder}/)?{Regex.Escape(Path.GetFileName(d))}`", row));
    }

    [Fact]
    public void It_has_the_chapters_that_are_asked_for() => Assert.Equal(
        ["Install", "Configuration", "Monitoring", "Testing", "Tuning", "Custom metrics", "Troubleshooting", "Production checklist"],
        Readme.Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]));

    [GeneratedRegex(@"^kubectl [^#\n]+", RegexOptions.Multiline)]
    private static partial Regex Kubectl();

    [GeneratedRegex(@"voiceassist-[a-z-]+")]
    private static partial Regex Names();

    [GeneratedRegex(@"^\| `(?<name>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Cells();
}
