namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>What a request costs in CPU, out of what a workload used and how much it answered.</summary>
internal static class RequestCost
{
    private const long FewestRequests = 100;
    private const double LeastCpuSeconds = 0.0001;

    /// <returns>Null when there is too little to tell.</returns>
    public static double? Of(IReadOnlyList<TestSample> samples, TestLoad load, double speed)
    {
        var (cores, answered) = (0.0, 0L);
        for (var i = 1; i < samples.Count && samples[i].Time <= load.Profile.Length; i++)
        {
            cores += (samples[i].Of(load.Workload)?.UsedCores ?? 0) * (samples[i].Time - samples[i - 1].Time).TotalSeconds / speed;
            answered = samples[i].Answered.GetValueOrDefault(load.Workload);
        }

        return answered < FewestRequests || cores <= 0 ? null : Math.Max(LeastCpuSeconds, cores / answered);
    }
}
