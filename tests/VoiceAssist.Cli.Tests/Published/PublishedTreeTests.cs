using System.Text.Json;
using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Tests.Published;

public sealed class PublishedTreeTests
{
    public static TheoryData<string> Environments => [.. PublishedTree.Environments(Repository.Tree)];

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_capacity_of_the_plan_and_of_the_manifests_is_what_publishing_wrote(string name)
    {
        var environment = Read(name);
        using var plan = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Tree, "plan", name + ".json")));
        foreach (var total in new[] { environment.Capacity.Total, ManifestCapacity.Of(environment.Objects).Total })
        {
            Check("idle", total.Idle);
            Check("peak", total.Peak);
            Check("surge", total.Surge);
            Check("terminating", total.Terminating);
        }

        void Check(string which, PodTotals totals)
        {
            var written = plan.RootElement.GetProperty("capacity").GetProperty(which);
            Assert.Equal(written.GetProperty("pods").GetInt32(), totals.Pods);
            Assert.Equal(written.GetProperty("requests").GetProperty("cpuMillicores").GetInt64(), totals.Requests.Cpu.Millicores);
            Assert.Equal(written.GetProperty("limits").GetProperty("memoryBytes").GetInt64(), totals.Limits.Memory.Bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_object_of_the_plan_is_rendered(string name)
    {
        using var plan = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Tree, "plan", name + ".json")));
        var planned = plan.RootElement.GetProperty("objects").EnumerateArray().Select(o => $"{o.GetProperty("kind")} {o.GetProperty("name")}");
        Assert.Equal(planned.Order(StringComparer.Ordinal), Read(name).Objects.Select(o => $"{o["kind"]} {o["metadata"]!["name"]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("v: Off", "\"Off\"")]
    [InlineData("v: yes", "\"yes\"")]
    [InlineData("v: true", "true")]
    [InlineData("v: \"true\"", "\"true\"")]
    [InlineData("v: 0x14", "\"0x14\"")]
    [InlineData("v: 12", "12")]
    [InlineData("v: 1.5", "1.5")]
    [InlineData("v: 1e3", "1000")]
    [InlineData("v: 250m", "\"250m\"")]
    [InlineData("v: ~", "null")]
    [InlineData("v: []", "[]")]
    public void Scalars_are_those_of_YAML_1_2(string yaml, string json)
    {
        var document = YamlDocuments.Read($"apiVersion: v1\nkind: X\nmetadata: {{name: x}}\n{yaml}\n").Single();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), document["v"]), document.ToJsonString());
    }

    [Theory]
    [InlineData("just text", "must be a Kubernetes object")]
    [InlineData("a: &x 1\nb: *x", "anchors and aliases")]
    [InlineData("apiVersion: v1\nkind: X\nkind: Y\nmetadata: {name: x}", "'kind' stands there twice")]
    public void What_is_no_manifest_is_refused(string yaml, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<Exception>(() => YamlDocuments.Read(yaml).ToList()).Message, StringComparison.Ordinal);

    private static PublishedEnvironment Read(string name) => PublishedTree.Read(name, Repository.Tree, new() { Output = TextWriter.Null, Error = TextWriter.Null });
}
