using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Horizontal autoscaling (autoscaling/v2): every metric source, behaviour in both directions.</summary>
public sealed class HorizontalScalingPolicy : Policy<HorizontalScalingPolicy>
{
    private readonly List<ScalingMetric> _metrics = [];

    /// <value>Fewest and most replicas.</value>
    public Figure<Bounds<int>>? ReplicaBounds { get; private set; }

    /// <value>The metrics, in the order in which they were written; one that is written again replaces the one of its <see cref="ScalingMetric.Key"/>.</value>
    public IReadOnlyList<ScalingMetric> Metrics => _metrics;

    /// <value>How it scales up.</value>
    public ScalingRules Up { get; } = new();

    /// <value>How it scales down.</value>
    public ScalingRules Down { get; } = new();

    /// <summary>Fewest and most replicas.</summary>
    /// <exception cref="ArgumentException">The least exceeds the most, or is negative.</exception>
    public HorizontalScalingPolicy Replicas(int min, int max, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(min);
        ReplicaBounds = new(Bounds.Of(min, max, "replica"), because, new(file, line));
        return this;
    }

    /// <summary>CPU of the pods in percent of what they request.</summary>
    public HorizontalScalingPolicy CpuUtilization(int percent, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingMetricSource.Resource, "cpu", ScalingTarget.Utilization(percent), because, new(file, line)));

    /// <summary>Memory of the pods in percent of what they request.</summary>
    public HorizontalScalingPolicy MemoryUtilization(int percent, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingMetricSource.Resource, "memory", ScalingTarget.Utilization(percent), because, new(file, line)));

    /// <summary>CPU or memory of the pods, on average.</summary>
    public HorizontalScalingPolicy ResourceAverage(string resource, string quantity, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingMetricSource.Resource, resource, ScalingTarget.Average(quantity), because, new(file, line)));

    /// <summary>CPU or memory of one container of the pods, in percent of what it requests.</summary>
    public HorizontalScalingPolicy ContainerUtilization(string container, string resource, int percent, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingMetricSource.ContainerResource, resource, ScalingTarget.Utilization(percent), because, new(file, line)) { Container = container });

    /// <summary>A metric that each pod exports for itself, on average over the pods.</summary>
    public HorizontalScalingPolicy PodsMetric(string name, string average, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingMetricSource.Pods, name, ScalingTarget.Average(average), because, new(file, line)));

    /// <summary>A metric of another Kubernetes object, e.g. an Ingress.</summary>
    public HorizontalScalingPolicy ObjectMetric(string name, ScaledObject describedObject, ScalingTarget target, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingMetricSource.Object, name, target, because, new(file, line)) { DescribedObject = describedObject });

    /// <summary>A metric that describes something shared, e.g. a queue.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="target">An average per pod, or one value for all.</param>
    /// <param name="selector">Labels that pick the series.</param>
    /// <param name="because">Why the figure is what it is.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public HorizontalScalingPolicy ExternalMetric(
        string name,
        ScalingTarget target,
        IReadOnlyDictionary<string, string>? selector = null,
        string? because = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        Add(new(ScalingMetricSource.External, name, target, because, new(file, line)) { Selector = selector ?? new Dictionary<string, string>() });

    /// <summary>How it scales up.</summary>
    public HorizontalScalingPolicy ScaleUp(Action<ScalingRules> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        rules(Up);
        return this;
    }

    /// <summary>How it scales down.</summary>
    public HorizontalScalingPolicy ScaleDown(Action<ScalingRules> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        rules(Down);
        return this;
    }

    private HorizontalScalingPolicy Add(ScalingMetric metric)
    {
        var index = _metrics.FindIndex(m => m.Key == metric.Key);
        if (index < 0)
        {
            _metrics.Add(metric);
        }
        else
        {
            _metrics[index] = metric;
        }

        return this;
    }
}
