using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Hosting.Kubernetes.Rehearsal;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>A workload that is scaled on this machine.</summary>
/// <param name="Name">The workload's name.</param>
/// <param name="Policies">What is published of it.</param>
/// <param name="Pods">As many as the autoscaler's maximum, in the order in which they are started.</param>
/// <param name="IsBalanced">Whether callers reach it, through the proxy.</param>
internal sealed record LocalWorkload(string Name, WorkloadPolicies Policies, IReadOnlyList<LocalPod> Pods, bool IsBalanced)
{
    private readonly List<RehearsedChange> _changes = [];

    public AutoscalerSpec Spec { get; } = AutoscalerSpec.From(Policies.Autoscaler);

    public PodUsage Usage { get; } = new(Pods);

    public PodScrapes Scrapes { get; } = new(Policies, Pods);

    /// <summary><c>spec.replicas</c>.</summary>
    public int Wanted => Pods.Count(p => p.IsWanted);

    public IReadOnlyList<RehearsedChange> Changes
    {
        get
        {
            lock (_changes)
            {
                return [.. _changes];
            }
        }
    }

    public void Add(RehearsedChange change)
    {
        lock (_changes)
        {
            _changes.Add(change);
        }
    }
}
