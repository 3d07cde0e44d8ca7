using VoiceAssist.Autoscaling.Distributions;

namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>Independent arrivals around another load's expected rate: whole numbers that scatter as real traffic does.</summary>
public sealed record PoissonLoad(Load Expected) : Load
{
    public override double RateAt(TimeSpan time) => Expected.RateAt(time);

    public override double Arrivals(TimeSpan from, TimeSpan step, Random random) =>
        Draws.Poisson(Expected.RateAt(from) * step.TotalSeconds, random);
}
