using System.Text.Json.Nodes;
using k8s;
using VoiceAssist.Hosting.Kubernetes.Crds;
using YamlDotNet.RepresentationModel;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>The PromQL of the committed tree, as Prometheus reads it.</summary>
public class CommittedQueriesTests
{
    [Fact]
    public void Alerts_parse() => Promtool.AssertParses(Found(
        from file in CommittedTree.Files
        where file.Key.EndsWith("alerts.yaml", StringComparison.Ordinal) || file.Key.StartsWith("rendered/", StringComparison.Ordinal)
        from document in file.Value.Split("\n---\n")
        where document.Contains("\nkind: PrometheusRule\n", StringComparison.Ordinal)
        from rule in KubernetesYaml.Deserialize<PrometheusRule>(document, strict: true).Spec.Groups.SelectMany(rules => rules.Rules)
        select rule.Expr));

    [Fact]
    public void Rules_of_the_adapter_parse()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(CommittedTree.Files["monitoring/prometheus-adapter-values.yaml"]));
        Promtool.AssertParses(Found(
            from node in yaml.Documents[0].AllNodes.OfType<YamlMappingNode>()
            where node.Children.ContainsKey("metricsQuery")
            select ((YamlScalarNode)node["metricsQuery"]).Value!.Replace("<<.LabelMatchers>>", "namespace=\"any\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Queries_of_the_dashboard_parse() => Promtool.AssertParses(Found(
        from panel in JsonNode.Parse(CommittedTree.Files["monitoring/voiceassist-dashboard.json"])!["panels"]!.AsArray()
        from target in panel!["targets"]?.AsArray() ?? []
        select ((string)target!["expr"]!).Replace("$__rate_interval", "2m", StringComparison.Ordinal).Replace("$namespace", "any", StringComparison.Ordinal)));

    private static List<string> Found(IEnumerable<string> queries)
    {
        var found = queries.ToList();
        Assert.NotEmpty(found);
        return found;
    }
}
