namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>How much arrives at what time: requests or jobs per second, never negative.</summary>
public abstract record Load
{
    /// <summary>The expected rate per second at a time since the start.</summary>
    public abstract double RateAt(TimeSpan time);

    /// <summary>What arrives within a time step. Deterministic unless the load says otherwise (<see cref="PoissonLoad"/>).</summary>
    public virtual double Arrivals(TimeSpan from, TimeSpan step, Random random) => RateAt(from) * step.TotalSeconds;

    /// <summary>The same expected rate with random arrivals.</summary>
    public PoissonLoad AsPoisson() => new(this);

    private protected static double Rate(double perSecond, string name) => double.IsFinite(perSecond) && perSecond >= 0
        ? perSecond
        : throw new ArgumentOutOfRangeException(name, perSecond, "A load must be a finite rate per second, 0 or more.");
}
