using VoiceAssist.Cli.Tests.Scripts;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>A copy of the published tree for what its README tells people to type there: some of it writes files.</summary>
internal sealed class ReadmeFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("voiceassist-readme");

    public ReadmeFolder()
    {
        Tree = Path.Combine(_root.FullName, "k8s", "performance");
        foreach (var file in Directory.EnumerateFiles(Repository.Tree, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Tree, Path.GetRelativePath(Repository.Tree, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Tree { get; }

    public string Reports => Path.Combine(Tree, "reports");

    /// <summary>Runs lines of a shell in the tree.</summary>
    public Task<CliRun> ShellAsync(string lines, IReadOnlyDictionary<string, string?> variables) => Script.RunAsync("bash", ["-c", $"set -euo pipefail\ncd '{Tree}'\n{lines}"], variables);

    public void Dispose() => _root.Delete(recursive: true);
}
