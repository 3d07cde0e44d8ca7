using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Readme;

/// <summary>The package's README shows code that compiles and works.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_README_shows_the_example()
    {
        var source = Lines("Readme/Example.cs");
        var body = source.SkipWhile(l => l.Trim() != "#region README").Skip(1).TakeWhile(l => l.Trim() != "#endregion").ToArray();
        var indentation = body[0].Length - body[0].TrimStart().Length;
        string[] expected = [.. source.TakeWhile(l => l.StartsWith("using ", StringComparison.Ordinal)), "", .. body.Select(l => l.Length > indentation ? l[indentation..] : ""), "", "builder.Build().Run();"];

        var shown = Lines("Readme/README.md").SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```");

        Assert.Equal(string.Join('\n', expected), string.Join('\n', shown));
    }

    [Fact]
    public async Task The_example_publishes()
    {
        using var directory = new TemporaryDirectory();
        await using var app = Example.Build(["--operation", "publish", "--step", "publish", "--output-path", directory.Path]);

        await app.RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains("# A quarter of a core serves 50 requests a second.", directory.Read()["base/resource-limits.yaml"], StringComparison.Ordinal);
        Assert.Contains("overlays/prod/hpa-patch.yaml", directory.Read().Keys);
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file));
}
