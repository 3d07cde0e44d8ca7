namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A policy on a resource. Several of one type add to each other in the order in which they were written.</summary>
/// <param name="configure">What the app host wrote.</param>
/// <param name="at">Where.</param>
internal sealed class PolicyAnnotation<TPolicy>(Action<TPolicy> configure, SourceLocation at) : IResourceAnnotation
    where TPolicy : Policy<TPolicy>, new()
{
    public SourceLocation At { get; } = at;

    public void ApplyTo(TPolicy policy) => configure(policy);
}
