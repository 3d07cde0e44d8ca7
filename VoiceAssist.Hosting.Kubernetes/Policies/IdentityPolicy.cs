namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A workload's ServiceAccount and what it may do. Every workload has one of its own, without a token unless it needs one.</summary>
public sealed class IdentityPolicy : Policy<IdentityPolicy>
{
    private readonly List<AccessRule> _rules = [];

    /// <value>Whether the pods get a token for the API server.</value>
    public bool MountsToken => _rules.Count > 0;

    /// <value>What the workload may do in its own namespace.</value>
    public IReadOnlyList<AccessRule> Rules => _rules;

    /// <summary>Lets the workload use the API server within its own namespace.</summary>
    public IdentityPolicy May(AccessRule rule)
    {
        _rules.Add(rule);
        return this;
    }
}
