using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>Random differences of prod from the base.</summary>
internal static class PolicyVariation
{
    public static void Apply(Sample sample, Random random)
    {
        Maybe(() => sample.Web.WithResources(r => r.In("prod", p => p.Cpu($"{random.Next(1, 9)}00m", "3"))));
        Maybe(() => sample.Web.WithHorizontalScaling(s => s.In("prod", p => p.Replicas(3, random.Next(4, 30)).PodsMetric("requests", "7"))));
        Maybe(() => sample.Web.WithHorizontalScaling(s => s.In("prod", p => p.ScaleDown(d => d.Never()))));
        Maybe(() => sample.Web.WithDisruptionBudget(d => d.In("prod", p => p.MinAvailable(random.Next(0, 3)).EvictUnhealthy(UnhealthyPodEviction.AlwaysAllow))));
        Maybe(() => sample.Web.WithClusterConfiguration(c => c.In("prod", p => p.Variable("A_FIRST", "1").Variable("ZZ_LAST", "yes"))));
        Maybe(() => sample.Worker.WithClusterConfiguration(c => c.In("prod", p => p.Variable("GREETING", "it's\nme").FromSetting("ENABLE_ALERTS"))));
        Maybe(() => sample.Web.WithProbes(p => p.In("prod", q => q.Liveness(ProbeRule.Exec(["true"], TimeSpan.FromSeconds(7), 4)))));
        Maybe(() => sample.Web.WithRollout(r => r.In("prod", p => p.Recreate())));
        Maybe(() => sample.Web.WithSpread(s => s.In("prod", p => p.Across("topology.kubernetes.io/zone", random.Next(1, 4), required: true))));
        Maybe(() => sample.Web.WithClusterImage(i => i.In("prod", p => p.Tagged("2.0"))));
        Maybe(() => sample.Worker.WithIdentity(i => i.In("prod", p => p.May(new("batch", ["jobs"], ["create", "get"])))));
        Maybe(() => sample.Database.WithShutdown(s => s.In("prod", p => p.Takes("checkpoint", TimeSpan.FromSeconds(random.Next(30, 90))))));
        Maybe(() => sample.Web.WithMonitoring(m => m.In("prod", p => p.Scrape("/metrics/prod"))));
        Maybe(() => sample.Worker.WithVerticalRecommendation(v => v.In("prod", p => p.Cpu("100m", "8").Memory("1Gi", "9Gi"))));

        void Maybe(Action change)
        {
            if (random.Next(2) == 0)
            {
                change();
            }
        }
    }

    public static void Apply(ClusterPolicy cluster, Random random)
    {
        if (random.Next(2) == 0)
        {
            cluster.In("prod", p => p.Setting("EMPTY", "").Setting("QUOTED", "\"x\"").Setting("MARKUP", "<a & b>").PodSecurityLevel("baseline"));
        }
    }
}
