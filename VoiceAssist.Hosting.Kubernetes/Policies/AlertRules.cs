using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>When the alerts that follow from the other policies fire, and where their runbooks are.</summary>
public sealed record AlertRules
{
    /// <value>Where the runbooks are: a URL or path before <c>/ALERT-NAME.md</c>. Default <c>docs/runbooks</c>.</value>
    public string Runbooks { get; init; } = "docs/runbooks";

    /// <value>How long an autoscaler may want its maximum. Default 15 min.</value>
    public TimeSpan AtMaximumFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <value>How long a shared metric may be above what the most pods should cope with. Default 15 min.</value>
    public TimeSpan AboveTargetFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <value>How long a metric may be missing, a budget block or a container crash. Default 10 min.</value>
    public TimeSpan FaultFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <value>How much of the quota may be used. Default 90 %.</value>
    public Percent QuotaUsed { get; init; } = new(90);
}
