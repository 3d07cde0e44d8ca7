using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Judging;

/// <summary>What a workload was seen to do. Times are the cluster's.</summary>
/// <param name="Reaction">From the first request until the first added replica was ready.</param>
/// <param name="FirstDown">From the end of the load until fewer replicas were wanted.</param>
/// <param name="BackAtMinimum">From the end of the load until the minimum was wanted, and stayed so.</param>
/// <param name="First">Replicas ready before the load.</param>
/// <param name="Most">Most replicas wanted.</param>
/// <param name="Last">Replicas wanted at the end.</param>
/// <param name="Minimum">The autoscaler's minimum.</param>
internal sealed record Observed(TimeSpan? Reaction, TimeSpan? FirstDown, TimeSpan? BackAtMinimum, int First, int Most, int Last, int Minimum)
{
    public static Observed Of(TestRecord record, TestLoad load, int minimum)
    {
        var samples = record.Samples.Select(s => (s.Time, Workload: s.Of(load.Workload))).Where(s => s.Workload is not null).Select(s => (s.Time, Workload: s.Workload!)).ToList();
        var first = samples[0].Workload;
        var ends = load.Profile.Length;
        var after = samples.Where(s => s.Time >= ends).ToList();
        var above = after.FindLastIndex(s => s.Workload.Wanted > minimum);
        return new(
            When(samples, s => s.Ready > Math.Max(first.Ready, minimum)),
            FirstDecrease(after) - ends,
            after.Count == 0 || above == after.Count - 1 ? null : after[above + 1].Time - ends,
            first.Ready,
            samples.Max(s => s.Workload.Wanted),
            samples[^1].Workload.Wanted,
            minimum);
    }

    private static TimeSpan? FirstDecrease(List<(TimeSpan Time, RehearsedWorkload Workload)> samples)
    {
        for (var i = 1; i < samples.Count; i++)
        {
            if (samples[i].Workload.Wanted < samples[i - 1].Workload.Wanted)
            {
                return samples[i].Time;
            }
        }

        return null;
    }

    private static TimeSpan? When(List<(TimeSpan Time, RehearsedWorkload Workload)> samples, Predicate<RehearsedWorkload> seen) =>
        samples.FindIndex(s => seen(s.Workload)) is var index and >= 0 ? samples[index].Time : null;
}
