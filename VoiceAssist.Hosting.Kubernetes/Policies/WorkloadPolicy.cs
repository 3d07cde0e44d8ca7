using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Names and kind of a workload, and what needs no policy of its own.</summary>
public sealed class WorkloadPolicy : Policy<WorkloadPolicy>
{
    /// <value>The container's name. Default: the resource's name without the app's prefix.</value>
    public string? ContainerName { get; private set; }

    /// <value>The component of the app, as in <c>app.kubernetes.io/component</c>. Default: the container's name.</value>
    public string? Component { get; private set; }

    /// <value>The file of its autoscaler in the published tree. Default: <c>COMPONENT-hpa.yaml</c>.</value>
    public string? AutoscalerFile { get; private set; }

    /// <value>Replicas of a workload without autoscaler. Default 1.</value>
    public Figure<int>? Replicas { get; private set; }

    /// <value>How long the program needs at most until it can serve; the startup probe must allow it. Default: not declared.</value>
    public Figure<TimeSpan>? StartTime { get; private set; }

    /// <summary>The container's name.</summary>
    public WorkloadPolicy Container(string name) => Set(() => ContainerName = Names.Checked("container", name));

    /// <summary>The component of the app.</summary>
    public WorkloadPolicy PartAs(string component) => Set(() => Component = Names.Checked("component", component));

    /// <summary>The file of its autoscaler in the published tree.</summary>
    public WorkloadPolicy AutoscalerIn(string file) => Set(() => AutoscalerFile = file);

    /// <summary>A fixed number of replicas.</summary>
    public WorkloadPolicy FixedReplicas(int replicas, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicas);
        return Set(() => Replicas = new(replicas, because, new(file, line)));
    }

    /// <summary>How long the program needs at most until it can serve.</summary>
    public WorkloadPolicy StartsWithin(TimeSpan time, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(() => StartTime = new(time, because, new(file, line)));

    private WorkloadPolicy Set(Action set)
    {
        set();
        return this;
    }
}
