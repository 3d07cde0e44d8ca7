namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>
/// The typed plan of an environment, <c>plan/ENV.json</c>: what a command line needs to know of it without the app host. CPU is in
/// thousandths of a core, memory in bytes, times in seconds.
/// </summary>
internal sealed record PlanDocument
{
    /// <summary>The version of this form. A reader refuses one it does not know; fields may be added without a new one.</summary>
    public const string CurrentSchema = "kubernetes-plan/1";

    public string Schema { get; init; } = CurrentSchema;

    public required string Application { get; init; }

    public required string Environment { get; init; }

    public required string Namespace { get; init; }

    /// <summary>The oldest Kubernetes the objects are for, e.g. <c>1.27</c>.</summary>
    public required string MinimumKubernetes { get; init; }

    /// <summary>Who serves custom and external metrics: <c>PrometheusAdapter</c> or <c>Keda</c>.</summary>
    public required string MetricsBackend { get; init; }

    public required string MonitoringNamespace { get; init; }

    public required double ScrapeIntervalSeconds { get; init; }

    /// <summary>The Pod Security level of the namespace.</summary>
    public required string PodSecurity { get; init; }

    public required SettingsDocument Settings { get; init; }

    public required SecretDocument Secret { get; init; }

    /// <summary>API groups with version of custom kinds among the objects, which a cluster may lack.</summary>
    public required IReadOnlyList<string> OptionalApis { get; init; }

    /// <summary>The workloads, in the order of the app model.</summary>
    public required IReadOnlyList<WorkloadDocument> Workloads { get; init; }

    public required CapacityDocument Capacity { get; init; }

    /// <summary>Every object of <c>rendered/ENV.yaml</c>.</summary>
    public required IReadOnlyList<ObjectDocument> Objects { get; init; }
}
