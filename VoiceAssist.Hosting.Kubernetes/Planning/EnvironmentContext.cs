using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>Everything that the app model says of one environment; what planners turn into objects.</summary>
internal sealed record EnvironmentContext
{
    /// <summary>The app's name, e.g. <c>voiceassist</c>.</summary>
    public required string Application { get; init; }

    /// <summary>The environment's name; null: the base.</summary>
    public required string? Environment { get; init; }

    /// <summary>The namespace: the app's name, and <c>-ENVIRONMENT</c> behind it.</summary>
    public string Namespace => Environment is null ? Application : $"{Application}-{Environment}";

    /// <summary>The namespace-wide policy as it is in this environment.</summary>
    public required ClusterPolicy Cluster { get; init; }

    /// <summary>The workloads, in the order of the app model.</summary>
    public required IReadOnlyList<WorkloadModel> Workloads { get; init; }

    /// <summary>The Secret that holds every secret of the app.</summary>
    public string SecretName => Cluster.SecretName ?? $"{Application}-secrets";

    /// <summary>The time between two scrapes of the workloads' metrics (setting METRICS_SCRAPE_INTERVAL). Default 30 s.</summary>
    public required TimeSpan ScrapeInterval { get; init; }

    /// <summary>How messages name it: <c>base</c> or the environment's name.</summary>
    public override string ToString() => Environment ?? "base";
}
