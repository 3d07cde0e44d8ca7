namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>A group of checks: the hundreds of their ids.</summary>
/// <param name="Prefix">The beginning of the ids.</param>
/// <param name="Title">What its checks have in common.</param>
internal sealed record CheckGroup(string Prefix, string Title)
{
    /// <summary>The groups, in the order of their ids.</summary>
    public static IReadOnlyList<CheckGroup> All { get; } =
    [
        new("VAK1", "Capacity and resources"),
        new("VAK2", "Autoscaling"),
        new("VAK3", "Disruption budgets"),
        new("VAK4", "Selectors, references and names"),
        new("VAK5", "Probes and shutdown"),
        new("VAK6", "Images, secrets and security"),
        new("VAK7", "Data"),
        new("VAK8", "Kubernetes versions"),
        new("VAK9", "Environments and suppressions"),
    ];
}
