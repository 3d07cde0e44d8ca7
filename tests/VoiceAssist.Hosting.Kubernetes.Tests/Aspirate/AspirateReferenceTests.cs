using System.Text.Json.Nodes;
using VoiceAssist.Hosting.Kubernetes.Aspirate;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Aspirate;

/// <summary>The generator of these tests against a base that aspirate wrote, where there is one.</summary>
public sealed class AspirateReferenceTests
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["greeting"] = "hello",
        ["apikey"] = "k123",
        ["postgres-password"] = "pgpw",
        ["redis-password"] = "rpw",
    };

    [Fact]
    public void It_writes_the_objects_that_aspirate_wrote()
    {
        var reference = Reference();
        using var written = new TemporaryDirectory().With(AspirateGenerator.Generate(JsonNode.Parse(File.ReadAllText(Path.Combine(reference, "aspire-manifests", "sample.json")))!, Parameters));
        var expected = Path.Combine(reference, "aspirate-base");

        var files = Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(expected, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(files, written.Read().Keys);
        foreach (var file in files)
        {
            var (theirs, ours) = (YamlReader.Read(File.ReadAllText(Path.Combine(expected, file))), YamlReader.Read(File.ReadAllText(written.Full(file))));
            Assert.True(theirs.Count == ours.Count && theirs.Zip(ours).All(p => Node.Same(p.First, p.Second)), $"{file}\n{string.Join('\n', theirs)}\n{string.Join('\n', ours)}");
        }
    }

    [Fact]
    public void What_aspirate_wrote_is_read()
    {
        var @base = AspirateReader.Read(Path.Combine(Reference(), "aspirate-base"), ["worker", "gateway", "postgres", "redis"]);

        Assert.Equal(["worker", "gateway", "postgres", "redis"], @base.Resources.Select(r => r.Name));
        Assert.All(@base.Resources, r => Assert.Equal(3, r.Objects.Count));
        Assert.Equal("rpw", @base.Resources[3].Variables["REDIS_PASSWORD"]);
    }

    private static string Reference()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, "shared", "reference");
            if (Directory.Exists(Path.Combine(candidate, "aspirate-base")))
            {
                return candidate;
            }
        }

        Assert.Skip("shared/reference/aspirate-base was found in no directory above the tests.");
        return "";
    }
}
