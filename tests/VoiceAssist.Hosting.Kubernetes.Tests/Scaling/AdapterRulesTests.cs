using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;
using VoiceAssist.Hosting.Kubernetes.Policies;
using YamlDotNet.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class AdapterRulesTests
{
    [Fact]
    public void A_metric_of_pods_is_asked_for_with_the_matchers_of_the_adapter()
    {
        var rule = Assert.Single(AdapterRules.Custom(MissionEnvironments.All()));

        Assert.Equal("http_server_request_duration_seconds_count{namespace!=\"\",pod!=\"\"}", rule.SeriesQuery);
        Assert.Equal(("^http_server_request_duration_seconds_count$", "http_requests_per_second"), (rule.Name.Matches, rule.Name.As));
        Assert.Equal(["namespace", "pod"], rule.Resources.Overrides.Keys);
        Assert.StartsWith("sum by (pod) (rate(http_server_request_duration_seconds_count{<<.LabelMatchers>>}[", rule.MetricsQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_window_fits_the_environment_that_is_scraped_most_rarely() =>
        Assert.EndsWith("[4m]))", Assert.Single(AdapterRules.Custom(MissionEnvironments.All())).MetricsQuery, StringComparison.Ordinal);

    [Fact]
    public void A_shared_queue_is_the_largest_figure_reported_not_their_sum() => Assert.Equal(
        ["max(voiceassist_queue_depth{<<.LabelMatchers>>})", "max(voiceassist_queue_oldest_age_seconds{<<.LabelMatchers>>})"],
        AdapterRules.External(MissionEnvironments.All()).Select(r => r.MetricsQuery));

    [Fact]
    public void A_shared_metric_is_looked_up_in_the_autoscalers_own_namespace() =>
        Assert.All(AdapterRules.External(MissionEnvironments.All()), r => Assert.True(r.Resources.Namespaced));

    [Fact]
    public void Labels_that_tell_series_apart_stand_in_both_queries()
    {
        var rule = Assert.Single(AdapterRules.External([ForeignApp.Environment(ForeignApp.Shop)]));

        Assert.Equal("rabbitmq_queue_messages_ready{namespace!=\"\",queue=\"orders\"}", rule.SeriesQuery);
        Assert.Equal("max(rabbitmq_queue_messages_ready{queue=\"orders\",<<.LabelMatchers>>})", rule.MetricsQuery);
    }

    [Fact]
    public void With_Keda_there_is_no_external_rule_since_both_would_claim_the_API()
    {
        var environments = MissionEnvironments.All(c => c.Metrics(MetricsBackend.Keda));

        Assert.Empty(AdapterRules.External(environments));
        Assert.Single(AdapterRules.Custom(environments));
    }

    [Fact]
    public void The_file_has_the_adapters_own_fields_and_no_namespace()
    {
        var yaml = AdapterRules.ToYaml(MissionEnvironments.All())!;

        var rules = new Deserializer().Deserialize<Dictionary<string, Dictionary<string, List<Dictionary<string, object>>>>>(yaml)["rules"];
        Assert.Equal(["custom", "external"], rules.Keys);
        Assert.All(rules.Values.SelectMany(r => r), r => Assert.Equal(["seriesQuery", "resources", "name", "metricsQuery"], r.Keys));
        Assert.All(MissionEnvironments.All(), e => Assert.DoesNotContain($"\"{e.Namespace}\"", yaml, StringComparison.Ordinal));
        Assert.DoesNotContain('\r', yaml);
    }

    [Fact]
    public void An_app_that_exports_nothing_has_no_file() => Assert.DoesNotContain(
        MonitoringFiles.Of([ForeignApp.Environment(b => b.AddContainer("web", "web", "1"))]),
        f => f.Path.EndsWith(AdapterRules.FileName, StringComparison.Ordinal));
}
