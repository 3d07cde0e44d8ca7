using System.Text.RegularExpressions;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>Compares an output with the file that was reviewed; <c>UPDATE_GOLDEN=1</c> writes the files instead.</summary>
internal static partial class GoldenFile
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "VoiceAssist.Cli.Tests", "Golden");

    public static void Matches(string name, string output)
    {
        var path = Path.Combine(Folder, name);
        var text = Settle(output);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "(no such file; run with UPDATE_GOLDEN=1)", text);
    }

    // Ports and times differ from run to run.
    private static string Settle(string output) => Times().Replace(Ports().Replace(output, "http://127.0.0.1:PORT"), "TIME");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Ports();

    [GeneratedRegex(@"202[6-9]-(?!03-01)\d\d-\d\d[T ]\d\d:\d\d:\d\d[^""\s]*")]
    private static partial Regex Times();
}
