namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>The thresholds of a load test. Times of scaling are the cluster's, latencies are real.</summary>
internal sealed record TestLimits
{
    /// <summary>Longest time from the first request until the first added pod is Ready, where the simulator does not predict a longer one.</summary>
    public required TimeSpan Reaction { get; init; }

    /// <value>Highest share of requests that fail, 0 to 1. Default 0.01.</value>
    public double ErrorRate { get; init; } = 0.01;

    /// <value>Highest latency of 99 % of the requests. Default 1 s.</value>
    public TimeSpan P99 { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What is expected of the gateway and of the worker: the upper ends of what their policies promise.</summary>
    public static TestLimits Default(bool isJobs) => new() { Reaction = TimeSpan.FromSeconds(isJobs ? 120 : 60) };
}
