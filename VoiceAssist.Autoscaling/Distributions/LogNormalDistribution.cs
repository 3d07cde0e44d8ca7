namespace VoiceAssist.Autoscaling.Distributions;

internal sealed record LogNormalDistribution : Distribution
{
    private readonly double _median;
    private readonly double _spread;

    public LogNormalDistribution(double median, double spread) =>
        (_median, _spread) = (Checked(median, nameof(median)), Checked(spread, nameof(spread)));

    public override double Mean => _median * Math.Exp(_spread * _spread / 2);

    public override double Sample(Random random) => _median * Math.Exp(_spread * Draws.Normal(random));
}
