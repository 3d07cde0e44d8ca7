using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class AlertPlannerTests
{
    /// <summary>What tells Prometheus that a namespace is this environment's.</summary>
    private const string Scraped = "up{application=\"voiceassist\",environment=\"prod\",namespace=\"anything\"} 1x60";
    private const string ScrapedElsewhere = "up{application=\"voiceassist\",environment=\"dev\",namespace=\"elsewhere\"} 1x60";

    private static readonly Lazy<PrometheusRule> Prod = new(() => Assert.Single(MissionEnvironments.Plan("prod").Of<PrometheusRule>()));

    [Fact]
    public void Only_environments_that_ask_for_alerts_have_them()
    {
        Assert.Empty(MissionEnvironments.Plan("dev").Of<PrometheusRule>());
        Assert.Equal("alerts", MissionEnvironments.Plan("prod").Objects.Single(o => o.Object is PrometheusRule).Component);
    }

    [Fact]
    public void Every_alert_has_a_runbook_that_exists() => Assert.All(Alerts(), alert =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, alert.Annotations["runbook_url"])), $"{alert.Alert}: {alert.Annotations["runbook_url"]} is missing."));

    [Fact]
    public void Every_runbook_is_an_alerts()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs/runbooks"), "*.md").Select(p => Path.GetFileName(p)).Where(p => p != "README.md");

        Assert.Equal(Alerts().Select(a => AlertText.RunbookPage(a.Alert)).Distinct().Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Runbooks_may_stand_elsewhere()
    {
        var plan = MissionEnvironments.Plan("prod", c => c.In("prod", p => p.Alert(new() { Runbooks = "https://wiki.example/runbooks/" })));

        Assert.Equal(
            "https://wiki.example/runbooks/autoscaler-at-maximum.md",
            Assert.Single(plan.Of<PrometheusRule>()).Spec.Groups[0].Rules[0].Annotations["runbook_url"]);
    }

    [Fact]
    public void Alerts_read_only_what_workloads_export_or_the_platform_is_known_to()
    {
        var exported = MissionEnvironments.Of("prod").Workloads
            .SelectMany(w => (w.Monitoring?.Metrics.Select(m => m.Series) ?? []).Concat(w.Monitoring?.Alerts.Select(a => a.Series) ?? []))
            .ToHashSet();

        Assert.All(Alerts().SelectMany(a => PromQl.SeriesIn(a.Expr)), s => Assert.True(PlatformMetrics.Has(s) || exported.Contains(s), s));
    }

    [Fact]
    public void No_alert_names_a_namespace() =>
        Assert.All(Alerts(), a => Assert.DoesNotContain("namespace=", a.Expr, StringComparison.Ordinal));

    [Theory]
    [InlineData(14, false)]
    [InlineData(17, true)]
    public void An_autoscaler_that_wants_its_maximum_for_a_quarter_of_an_hour_is_reported(int minute, bool fires) => Promtool.AssertFires(
        Prod.Value,
        minute,
        [
            Scraped,
            "kube_horizontalpodautoscaler_status_desired_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 15x60",
            "kube_horizontalpodautoscaler_spec_max_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 15x60",
            "kube_horizontalpodautoscaler_spec_min_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 3x60",
            "kube_horizontalpodautoscaler_status_desired_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\"} 7x60",
            "kube_horizontalpodautoscaler_spec_max_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\"} 8x60",
            "kube_horizontalpodautoscaler_spec_min_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\"} 2x60",
        ],
        fires ? ["{alertname=\"AutoscalerAtMaximum\",namespace=\"anything\"}"] : []);

    [Fact]
    public void Other_environments_in_the_same_Prometheus_are_none_of_its_business() => Promtool.AssertFires(
        Prod.Value,
        40,
        [
            Scraped,
            ScrapedElsewhere,
            "kube_horizontalpodautoscaler_status_desired_replicas{namespace=\"elsewhere\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 3x60",
            "kube_horizontalpodautoscaler_spec_max_replicas{namespace=\"elsewhere\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 3x60",
            "kube_horizontalpodautoscaler_spec_min_replicas{namespace=\"elsewhere\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 1x60",
            "voiceassist_queue_oldest_age_seconds{application=\"voiceassist\",environment=\"dev\",namespace=\"elsewhere\",queue=\"jobs\"} 900x60",
        ]);

    [Fact]
    public void An_autoscaler_of_fixed_size_is_not_at_its_maximum() => Promtool.AssertFires(
        Prod.Value,
        40,
        [
            Scraped,
            "kube_horizontalpodautoscaler_status_desired_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 3x60",
            "kube_horizontalpodautoscaler_spec_max_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 3x60",
            "kube_horizontalpodautoscaler_spec_min_replicas{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-server-hpa\"} 3x60",
        ]);

    [Fact]
    public void A_metric_without_a_value_is_reported_though_others_keep_the_autoscaler_active() => Promtool.AssertFires(
        Prod.Value,
        12,
        [
            Scraped,
            "kube_horizontalpodautoscaler_spec_target_metric{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\",metric_name=\"cpu\",metric_target_type=\"utilization\"} 75x60",
            "kube_horizontalpodautoscaler_status_target_metric{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\",metric_name=\"cpu\",metric_target_type=\"utilization\"} 20x60",
            "kube_horizontalpodautoscaler_spec_target_metric{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\",metric_name=\"voiceassist_queue_depth\",metric_target_type=\"average\"} 50x60",
            "kube_horizontalpodautoscaler_status_condition{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\",condition=\"ScalingActive\",status=\"false\"} 0x60",
        ],
        "{alertname=\"AutoscalerMetricMissing\",namespace=\"anything\"}");

    [Theory]
    [InlineData(3, true)]
    [InlineData(0, false)]
    public void An_inactive_autoscaler_is_reported_unless_it_stands_at_zero(int replicas, bool fires) => Promtool.AssertFires(
        Prod.Value,
        12,
        [
            Scraped,
            "kube_horizontalpodautoscaler_status_condition{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\",condition=\"ScalingActive\",status=\"false\"} 1x60",
            $"kube_horizontalpodautoscaler_status_current_replicas{{namespace=\"anything\",horizontalpodautoscaler=\"voiceassist-worker-hpa\"}} {replicas}x60",
        ],
        fires ? ["{alertname=\"AutoscalerInactive\",namespace=\"anything\"}"] : []);

    [Theory]
    [InlineData(400, 60, null)]
    [InlineData(401, 60, "voiceassist_queue_depth")]
    [InlineData(400, 61, "voiceassist_queue_oldest_age_seconds")]
    public void A_queue_is_reported_that_the_most_workers_do_not_bring_down(int depth, int age, string? metric) => Promtool.AssertFires(
        Prod.Value,
        17,
        [
            // Every worker reports the one queue: what counts is the largest figure.
            $"voiceassist_queue_depth{{application=\"voiceassist\",environment=\"prod\",queue=\"jobs\",pod=\"a\"}} {depth}x60",
            $"voiceassist_queue_depth{{application=\"voiceassist\",environment=\"prod\",queue=\"jobs\",pod=\"b\"}} {depth}x60",
            $"voiceassist_queue_oldest_age_seconds{{application=\"voiceassist\",environment=\"prod\",queue=\"jobs\",pod=\"a\"}} {age}x60",
        ],
        metric is null ? [] : [$"{{alertname=\"ScalingMetricAboveTarget\",metric=\"{metric}\"}}"]);

    [Theory]
    [InlineData(37, false)]
    [InlineData(38, true)]
    public void A_quota_is_reported_that_is_used_above_nine_tenths(int used, bool fires) => Promtool.AssertFires(
        Prod.Value,
        12,
        [
            Scraped,
            $"kube_resourcequota{{namespace=\"anything\",resourcequota=\"voiceassist-quota\",resource=\"requests.cpu\",type=\"used\"}} {used}x60",
            "kube_resourcequota{namespace=\"anything\",resourcequota=\"voiceassist-quota\",resource=\"requests.cpu\",type=\"hard\"} 42x60",
        ],
        fires ? ["{alertname=\"QuotaAlmostUsed\",namespace=\"anything\"}"] : []);

    [Theory]
    [InlineData("persistentvolumeclaims")]
    [InlineData("requests.storage")]
    public void Volumes_that_fill_their_share_of_the_quota_are_no_alarm(string resource) => Promtool.AssertFires(
        Prod.Value,
        12,
        [
            Scraped,
            $"kube_resourcequota{{namespace=\"anything\",resourcequota=\"voiceassist-quota\",resource=\"{resource}\",type=\"used\"}} 1x60",
            $"kube_resourcequota{{namespace=\"anything\",resourcequota=\"voiceassist-quota\",resource=\"{resource}\",type=\"hard\"}} 1x60",
        ]);

    [Theory]
    [InlineData("voiceassist-server-pdb", true)]
    [InlineData("voiceassist-postgres-pdb", false)]
    [InlineData("voiceassist-redis-pdb", false)]
    public void A_budget_that_blocks_is_reported_unless_it_is_meant_to(string budget, bool fires) => Promtool.AssertFires(
        Prod.Value,
        12,
        [
            Scraped,
            $"kube_poddisruptionbudget_status_pod_disruptions_allowed{{namespace=\"anything\",poddisruptionbudget=\"{budget}\"}} 0x60",
            $"kube_poddisruptionbudget_status_expected_pods{{namespace=\"anything\",poddisruptionbudget=\"{budget}\"}} 1x60",
        ],
        fires ? ["{alertname=\"DisruptionBudgetBlocking\",namespace=\"anything\"}"] : []);

    [Theory]
    [InlineData("voiceassist-worker-6f7-x2", "worker", true)]
    [InlineData("debug-6f7-x2", "worker", false)]
    public void A_container_that_crashes_again_and_again_is_reported(string pod, string container, bool fires) => Promtool.AssertFires(
        Prod.Value,
        18,
        [
            Scraped,

            // In the back-off, running for a moment, and again.
            $"kube_pod_container_status_waiting_reason{{namespace=\"anything\",pod=\"{pod}\",container=\"{container}\",reason=\"CrashLoopBackOff\"}} 1x3,_x2,1x3,_x2,1x20",
        ],
        fires ? ["{alertname=\"ContainerCrashLooping\",namespace=\"anything\"}"] : []);

    [Fact]
    public void An_alert_of_a_workloads_own_policy_is_published_with_its_series_and_threshold() => Promtool.AssertFires(
        Prod.Value,
        10,
        ["voiceassist_jobs_total{application=\"voiceassist\",environment=\"prod\",outcome=\"failed\"} 0x5,1x60"],
        "{alertname=\"DeadLetters\"}");

    [Fact]
    public void A_quiet_day_rings_nobody() => Promtool.AssertFires(Prod.Value, 40, [Scraped]);

    private static IEnumerable<PrometheusAlertRule> Alerts() => Prod.Value.Spec.Groups.SelectMany(g => g.Rules);
}
