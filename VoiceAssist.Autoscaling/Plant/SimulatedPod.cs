using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>A pod in the simulation. All times in seconds since the start, infinite for what has not happened or been planned.</summary>
internal sealed class SimulatedPod(string name, int generation, double createdAt, IReadOnlyList<ContainerRequests> requests)
{
    private PodObservation? _observation;

    public string Name { get; } = name;

    /// <summary>Which template it was made from; a rollout replaces older ones.</summary>
    public int Generation { get; } = generation;

    public double CreatedAt { get; } = createdAt;

    public SimulatedNode? Node { get; set; }

    public double ScheduledAt { get; set; } = double.PositiveInfinity;

    public double RunningAt { get; set; } = double.PositiveInfinity;

    public double ReadyAt { get; set; } = double.PositiveInfinity;

    public double DeletedAt { get; set; } = double.PositiveInfinity;

    /// <summary>When it will be gone at the latest.</summary>
    public double GoneAt { get; set; } = double.PositiveInfinity;

    /// <summary>When the control plane marked it unready because its node was lost.</summary>
    public double UnreachableAt { get; set; } = double.PositiveInfinity;

    /// <summary>The next time at which one of the above comes true.</summary>
    public double NextChange { get; set; } = double.PositiveInfinity;

    public bool IsRunning { get; private set; }

    public bool IsReady { get; private set; }

    public bool IsDeleted => !double.IsPositiveInfinity(DeletedAt);

    /// <summary>Whether it takes new work: ready, not told to stop, on a working node.</summary>
    public bool IsServing => IsReady && !IsDeleted && Node is { IsLost: false };

    /// <summary>Cores it used in the last step.</summary>
    public double Cores { get; set; }

    public double CpuSeconds { get; set; }

    public double MemoryBytes { get; set; }

    /// <summary>Requests served or jobs started since its start; what it would export as a counter.</summary>
    public double Served { get; set; }

    /// <summary>Requests per second or jobs in progress, in the last step.</summary>
    public double LoadNow { get; set; }

    /// <summary>The kubelet's last measurement.</summary>
    public MeasuredUsage? Measured { get; set; }

    /// <summary>The last measurement that metrics-server fetched, and the one before: CPU is their difference.</summary>
    public MeasuredUsage? Fetched { get; set; }

    public MeasuredUsage? FetchedBefore { get; set; }

    /// <summary>What Prometheus scraped of it.</summary>
    public ScrapedSeries Scraped { get; } = new();

    public double NextScrape { get; set; }

    /// <summary>Work in its slots; null entries are free. Empty for request services.</summary>
    public RunningJob[] Slots { get; init; } = [];

    /// <summary>Brings the state up to a time; true if it changed.</summary>
    public bool Advance(double now)
    {
        if (now < NextChange)
        {
            return false;
        }

        IsRunning = RunningAt <= now;
        IsReady = ReadyAt <= now && UnreachableAt > now;
        PlanNextChange(now);
        Touch();
        return true;
    }

    public void PlanNextChange(double now)
    {
        var next = double.PositiveInfinity;
        foreach (var time in (ReadOnlySpan<double>)[ScheduledAt, RunningAt, ReadyAt, UnreachableAt])
        {
            if (time > now && time < next)
            {
                next = time;
            }
        }

        NextChange = next;
    }

    /// <summary>Forgets what the API showed of it, since it changed.</summary>
    public void Touch() => _observation = null;

    /// <summary>The pod as the API shows it. Times there have whole seconds.</summary>
    public PodObservation Observe(SimulationClock clock, double now) => _observation ??= new()
    {
        Name = Name,
        Phase = IsRunning ? PodPhase.Running : PodPhase.Pending,
        Deleting = IsDeleted,
        StartTime = ScheduledAt <= now ? clock.WholeSecond(ScheduledAt) : null,
        Ready = ScheduledAt <= now ? new(IsReady, clock.WholeSecond(LastReadyChange(now))) : null,
        Containers = requests,
    };

    private double LastReadyChange(double now) =>
        UnreachableAt <= now ? UnreachableAt : IsReady ? ReadyAt : ScheduledAt;
}
