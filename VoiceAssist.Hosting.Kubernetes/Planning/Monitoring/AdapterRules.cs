using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>
/// The rules by which prometheus-adapter turns exported series into custom and external metrics, as values of its Helm chart. One
/// adapter serves every namespace of a cluster, so there is one set of rules for all environments, and no namespace in it.
/// </summary>
internal static class AdapterRules
{
    public const string FileName = "prometheus-adapter-values.yaml";

    private const string LabelMatchers = "<<.LabelMatchers>>";

    private const string Header = """
        # Published from the app model: change the policies there, not this file.
        # Values of the Helm chart prometheus-community/prometheus-adapter (helm upgrade ... --values THIS-FILE). Helm replaces lists: rules
        # of other apps must be added to these. In a ConfigMap written by hand `custom` is `rules` and `external` is `externalRules`.

        """;

    /// <summary>Rules for metrics of pods, without those that KEDA asks Prometheus for itself.</summary>
    public static IReadOnlyList<AdapterRule> Custom(IReadOnlyList<EnvironmentContext> environments) => Rules(
        environments.SelectMany(e => e.Workloads.Where(w => !MetricsDialect.UsesKeda(e, w))),
        ScalingMetricSource.Pods,
        new() { Overrides = Labels("namespace", "pod") },
        Window(environments));

    /// <summary>Rules for shared metrics; none for environments with KEDA, which claims external.metrics.k8s.io for itself.</summary>
    public static IReadOnlyList<AdapterRule> External(IReadOnlyList<EnvironmentContext> environments) => Rules(
        environments.Where(e => e.Cluster.MetricsBackend == MetricsBackend.PrometheusAdapter).SelectMany(e => e.Workloads),
        ScalingMetricSource.External,
        new() { Namespaced = true, Overrides = Labels("namespace") },
        Window(environments));

    /// <summary>The values file; null when there is no rule.</summary>
    public static string? ToYaml(IReadOnlyList<EnvironmentContext> environments)
    {
        var rules = new Dictionary<string, IReadOnlyList<AdapterRule>>();
        Add("custom", Custom(environments));
        Add("external", External(environments));
        if (rules.Count == 0)
        {
            return null;
        }

        var serializer = new SerializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
            .DisableAliases()
            .WithNewLine("\n")
            .Build();
        return Header.ReplaceLineEndings("\n") + serializer.Serialize(new Dictionary<string, object> { ["rules"] = rules });

        void Add(string list, IReadOnlyList<AdapterRule> given)
        {
            if (given.Count > 0)
            {
                rules[list] = given;
            }
        }
    }

    private static IReadOnlyList<AdapterRule> Rules(IEnumerable<WorkloadModel> workloads, ScalingMetricSource source, AdapterResources resources, string window) =>
    [
        .. workloads
            .SelectMany(w => w.Monitoring?.Metrics ?? [])
            .Where(m => m.Source == source)
            .DistinctBy(m => m.Name)
            .Select(m => new AdapterRule
            {
                SeriesQuery = $"{m.Series}{{{MetricQuery.Join(resources.Overrides.Keys.Select(l => $"{l}!=\"\"").Append(MetricQuery.Matchers(m.Labels)))}}}",
                Resources = resources,
                Name = new($"^{m.Series}$", m.Name),
                MetricsQuery = MetricQuery.Of(m, LabelMatchers, window),
            }),
    ];

    /// <summary>The rate window must fit the environment that is scraped most rarely.</summary>
    private static string Window(IReadOnlyList<EnvironmentContext> environments) => MetricQuery.Window(environments.Max(e => e.ScrapeInterval));

    private static SortedDictionary<string, AdapterResource> Labels(params string[] names) =>
        new(names.ToDictionary(n => n, n => new AdapterResource(n)), StringComparer.Ordinal);
}
