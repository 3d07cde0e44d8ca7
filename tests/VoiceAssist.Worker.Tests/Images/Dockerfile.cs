using System.Text.RegularExpressions;

namespace VoiceAssist.Worker.Tests.Images;

/// <summary>The instructions of a Dockerfile, comments left out and continued lines joined.</summary>
internal sealed class Dockerfile
{
    private readonly string[] _instructions;

    private Dockerfile(string[] instructions) => _instructions = instructions;

    /// <summary>Package names that are installed, in order.</summary>
    public string[] Packages => Of("RUN").SelectMany(run => Regex.Match(run, "apt-get install -y --no-install-recommends ([a-z0-9 .+-]+)").Groups[1].Value
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();

    public static Dockerfile Read(string path)
    {
        var lines = File.ReadLines(path).Where(line => !line.StartsWith('#'));
        var text = Regex.Replace(string.Join('\n', lines), @"\\\n\s*", " ");
        return new Dockerfile([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Regex.Replace(line, " +", " "))]);
    }

    /// <returns>The arguments of every such instruction.</returns>
    public string[] Of(string instruction) =>
        [.. _instructions.Where(line => line.StartsWith($"{instruction} ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..])];

    /// <returns>The arguments of the only such instruction.</returns>
    public string Single(string instruction) => Assert.Single(Of(instruction));
}
