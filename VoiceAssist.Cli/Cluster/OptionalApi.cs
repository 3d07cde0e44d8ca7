namespace VoiceAssist.Cli.Cluster;

/// <summary>An API that a cluster need not have, and what it is for.</summary>
/// <param name="Group">The API group.</param>
/// <param name="Purpose">What needs it, for people.</param>
/// <param name="Version">The version that answers; null where none does, or nobody was asked.</param>
internal sealed record OptionalApi(string Group, string Purpose, string? Version = null)
{
    public const string Metrics = "metrics.k8s.io";
    public const string CustomMetrics = "custom.metrics.k8s.io";
    public const string ExternalMetrics = "external.metrics.k8s.io";

    /// <summary>All that published objects may need.</summary>
    public static IReadOnlyList<OptionalApi> All { get; } =
    [
        new(Metrics, "autoscaling by CPU and memory (Metrics Server)"),
        new(CustomMetrics, "autoscaling by metrics of pods and objects (an adapter)"),
        new(ExternalMetrics, "autoscaling by metrics of anything else (an adapter or KEDA)"),
        new("autoscaling.k8s.io", "vertical recommendations (VerticalPodAutoscaler)"),
        new("monitoring.coreos.com", "monitors and alerts (Prometheus operator)"),
        new("keda.sh", "ScaledObjects (KEDA)"),
    ];

    public bool IsThere => Version is not null;

    public override string ToString() => $"{(IsThere ? $"{Version} answers" : "no server answers")}; for {Purpose}";
}
