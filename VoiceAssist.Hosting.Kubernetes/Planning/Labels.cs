namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>The labels of every object, and those that select pods.</summary>
internal static class Labels
{
    public const string Name = "app.kubernetes.io/name";
    public const string Component = "app.kubernetes.io/component";
    public const string PartOf = "app.kubernetes.io/part-of";

    /// <summary>Of an object that belongs to a workload.</summary>
    public static Dictionary<string, string> For(WorkloadModel workload, EnvironmentContext environment) => new()
    {
        [Component] = workload.Component,
        [Name] = workload.Name,
        [PartOf] = environment.Application,
        [workload.SelectorLabel] = workload.Name,
    };

    /// <summary>Those, and the ones by which a Prometheus picks what it reads.</summary>
    public static Dictionary<string, string> OfMonitor(Dictionary<string, string> labels, EnvironmentContext environment)
    {
        foreach (var (name, value) in environment.Cluster.MonitorLabels)
        {
            labels[name] = value;
        }

        return labels;
    }

    /// <summary>What selects a workload's pods; it can never be changed once applied, so it is the name alone.</summary>
    public static Dictionary<string, string> Selector(WorkloadModel workload) => new() { [workload.SelectorLabel] = workload.Name };

    /// <summary>Of an object that belongs to the app as a whole.</summary>
    public static Dictionary<string, string> OfApp(EnvironmentContext environment) => new() { [Name] = environment.Application, [PartOf] = environment.Application };
}
