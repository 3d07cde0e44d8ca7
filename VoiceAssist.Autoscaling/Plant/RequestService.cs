namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Many small requests, balanced over the ready pods: an API gateway.</summary>
public sealed record RequestService : ServiceModel
{
    /// <summary>CPU seconds that one request costs.</summary>
    public required double CpuSecondsPerRequest { get; init; }

    /// <value>Latency of a request on an idle pod, in seconds. Default 0.02.</value>
    public double BaseLatency { get; init; } = 0.02;

    /// <value>Requests that waited longer are given up and count as unserved. Default 10 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
