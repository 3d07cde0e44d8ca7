namespace VoiceAssist.Autoscaling.Distributions;

internal sealed record ConstantDistribution : Distribution
{
    public ConstantDistribution(double seconds) => Mean = Checked(seconds, nameof(seconds));

    public override double Mean { get; }

    public override double Sample(Random random) => Mean;
}
