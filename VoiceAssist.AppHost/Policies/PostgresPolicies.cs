using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.AppHost.Policies;

/// <summary>How Postgres runs in Kubernetes: one pod with one volume.</summary>
internal static class PostgresPolicies
{
    /// <summary>The user of the image.</summary>
    private const long User = 999;

    public static IResourceBuilder<PostgresServerResource> WithPostgresPolicies(this IResourceBuilder<PostgresServerResource> postgres) => postgres
        .AsWorkload(workload => workload
            .Container("postgres")
            .PartAs("database")
            .FixedReplicas(1, "One server, one volume.")
            .StartsWithin(TimeSpan.FromMinutes(5), "Recovery after a crash."))
        .WithResources(resources => resources
            .Cpu("1000m", "4000m", "One core records thousands of jobs per second.")
            .Memory("2Gi", "8Gi", "Open jobs and their indexes stay in memory; the history need not.")
            .In("prod", prod => prod.Cpu("2000m", "6000m").Memory("4Gi", "12Gi")))
        .WithVerticalRecommendation(recommendation => recommendation.Cpu("500m", "8").Memory("1Gi", "16Gi"))
        .WithDisruptionBudget(budget => budget
            .MinAvailable(1)
            .EvictUnhealthy(UnhealthyPodEviction.IfHealthyBudget)
            .BlocksDrain("The database has one pod: whoever drains its node decides when it goes."))
        .WithProbes(probes => probes
            .Liveness(IsReady(TimeSpan.FromSeconds(10), failures: 3))
            .Readiness(IsReady(TimeSpan.FromSeconds(5), failures: 3))
            .Startup(IsReady(TimeSpan.FromSeconds(5), failures: 60, "Five minutes: recovery after a crash must not be killed.")))
        .WithShutdown(shutdown => shutdown
            .Takes("checkpoint", TimeSpan.FromSeconds(55), "A clean shutdown writes everything; then the next start needs no recovery."))
        .WithStorage(storage => storage
            .Size("10Gi", "A job takes about 900 bytes, a minute of speech 2 MB for a day.")
            .In("prod", prod => prod.Size("50Gi")))
        .WithSecurity(security => security
            .RunAs(User)
            .WritableAt("/var/run/postgresql")
            .WritableAt("/tmp"));

    private static ProbeRule IsReady(TimeSpan every, int failures, string? because = null) =>
        ProbeRule.Exec(["pg_isready", "--username", "postgres"], every, failures, because) with { Timeout = TimeSpan.FromSeconds(5) };
}
