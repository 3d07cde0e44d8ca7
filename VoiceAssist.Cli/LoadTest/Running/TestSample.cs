using VoiceAssist.Autoscaling.Rehearsals;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>What was seen at one time of a load test.</summary>
/// <param name="Time">Since the load began, in the cluster's time.</param>
/// <param name="Workloads">Everything that is scaled.</param>
/// <param name="Answered">For each workload under load, requests answered well so far.</param>
internal sealed record TestSample(TimeSpan Time, IReadOnlyList<RehearsedWorkload> Workloads, IReadOnlyDictionary<string, long> Answered)
{
    public RehearsedWorkload? Of(string workload) => Workloads.FirstOrDefault(w => w.Name == workload);
}
