namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>How a load is sent.</summary>
internal sealed record LoadOptions
{
    /// <value>How much faster than the cluster's time. Default 1.</value>
    public double Speed { get; init; } = 1;

    /// <value>See <see cref="ArrivalTimes"/>. Default 0.1.</value>
    public double Jitter { get; init; } = 0.1;

    /// <value>The same seed gives the same arrivals. Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <value>Whose requests they are. Default: nobody's, for a gateway that is open.</value>
    public string? ApiKey { get; init; }

    /// <value>Whether the jobs are spoken commands, which the worker has to recognize first. Default: they are text.</value>
    public bool Speech { get; init; }

    /// <value>How long an answer may take. Default 10 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <value>How many may be under way at once; what is due beyond it is not sent and counts as failed. Default 2000.</value>
    public int MostUnderWay { get; init; } = 2000;
}
