namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>What a load test does.</summary>
internal sealed record TestPlan
{
    public required IReadOnlyList<TestLoad> Loads { get; init; }

    /// <summary>How long it watches after the load, in the cluster's time.</summary>
    public required TimeSpan CoolDown { get; init; }

    /// <value>How often replicas and metrics are looked at, in the cluster's time. Default 5 s.</value>
    public TimeSpan SampleEvery { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan LoadLength => Loads.Max(l => l.Profile.Length);

    public TimeSpan Length => LoadLength + CoolDown;
}
