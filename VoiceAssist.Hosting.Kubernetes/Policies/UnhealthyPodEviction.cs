namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Kubernetes' <c>unhealthyPodEvictionPolicy</c> (1.27 and later).</summary>
public enum UnhealthyPodEviction
{
    /// <summary>Only while the budget is met.</summary>
    IfHealthyBudget,

    /// <summary>Always.</summary>
    AlwaysAllow,
}
