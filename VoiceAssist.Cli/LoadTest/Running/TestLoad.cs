using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>The load that is to make one workload scale.</summary>
/// <param name="Workload">The Deployment's name.</param>
/// <param name="Profile">Its rate over time, in the cluster's time.</param>
/// <param name="Limits">What is expected.</param>
internal sealed record TestLoad(string Workload, LoadProfile Profile, TestLimits Limits)
{
    public const string Gateway = "voiceassist-server";
    public const string Worker = "voiceassist-worker";

    /// <summary>Whether it is jobs, which wait until somebody has time, rather than requests, which are given up.</summary>
    public bool IsJobs => Workload == Worker;
}
