namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>
/// Tells the series of one environment from those of another in the same Prometheus, without naming a namespace: Kustomize renames
/// namespaces, but not inside queries. The ServiceMonitors give every series of the app two labels; series about Kubernetes objects
/// are matched with them by their namespace.
/// </summary>
internal static class SeriesScope
{
    public const string ApplicationLabel = "application";
    public const string EnvironmentLabel = "environment";

    /// <summary>How long the scrapes of an environment without any pod are remembered.</summary>
    private const string Memory = "1h";

    /// <summary>The labels that the app's own series carry in an environment.</summary>
    public static IReadOnlyDictionary<string, string> Labels(EnvironmentContext environment) => new Dictionary<string, string>
    {
        [ApplicationLabel] = environment.Application,
        [EnvironmentLabel] = environment.ToString(),
    };

    /// <summary>For the app's own series.</summary>
    public static string Matchers(EnvironmentContext environment) => MetricQuery.Matchers(Labels(environment));

    /// <summary>Keeps of an expression about Kubernetes objects what belongs to the environment; all of it where nothing is scraped.</summary>
    public static string Within(EnvironmentContext environment, string expression) => environment.Workloads.Any(w => w.Monitoring is not null)
        ? $"({expression})\nand on (namespace) last_over_time(up{{{Matchers(environment)}}}[{Memory}])"
        : expression;
}
