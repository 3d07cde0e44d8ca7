namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>How a load was answered.</summary>
internal sealed record LoadResult
{
    /// <summary>How long it was sent, in real time.</summary>
    public required TimeSpan Lasted { get; init; }

    /// <summary>Requests that were due.</summary>
    public required long Due { get; init; }

    public required IReadOnlyDictionary<RequestOutcome, long> Outcomes { get; init; }

    /// <summary>How often each status other than 2xx was answered.</summary>
    public required IReadOnlyDictionary<int, long> BadStatuses { get; init; }

    /// <summary>
    /// From the time a request was due to its answer, so that a request that could only be sent late counts its wait (no coordinated
    /// omission); with those that timed out.
    /// </summary>
    public required LatencySummary Latency { get; init; }

    /// <summary>From the time a request was really sent: what the server alone took.</summary>
    public required LatencySummary ServiceTime { get; init; }

    public required IReadOnlyList<LoadSecond> Seconds { get; init; }

    public long Succeeded => Outcomes.GetValueOrDefault(RequestOutcome.Succeeded);

    public long Failed => Outcomes.Where(o => o.Key != RequestOutcome.Succeeded).Sum(o => o.Value);

    /// <summary>0 to 1.</summary>
    public double ErrorRate => Due == 0 ? 0 : (double)Failed / Due;

    public double SucceededPerSecond => Lasted > TimeSpan.Zero ? Succeeded / Lasted.TotalSeconds : 0;
}
