using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Tests.LoadTest;

/// <summary>The worker of prod as a test sees it.</summary>
internal static class SampleWorkload
{
    private static readonly string Autoscaler = PublishedTree.Read("prod", Repository.Tree, new() { Output = TextWriter.Null, Error = TextWriter.Null }).Objects
        .Single(o => (string?)o["metadata"]!["name"] == "voiceassist-worker-hpa").ToJsonString();

    public static RehearsedWorkload Of(int replicas) => new()
    {
        Name = TestLoad.Worker,
        Autoscaler = Autoscaler,
        CpuRequest = 1500,
        MemoryRequest = 1536 << 20,
        CpuLimit = 6000,
        MemoryLimit = 6L << 30,
        ScrapeSeconds = 15,
        Wanted = replicas,
        Current = replicas,
        Ready = replicas,
        UsedCores = 0.1,
        Metrics = [.. new[] { "cpu", "memory", "external metric voiceassist_queue_depth", "external metric voiceassist_queue_oldest_age_seconds" }.Select((n, i) => new RehearsedMetric(n, "1", "2", 50 + (40 * i), null))],
        Why = "",
        Changes = [],
    };
}
