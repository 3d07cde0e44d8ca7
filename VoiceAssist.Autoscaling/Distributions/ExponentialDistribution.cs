namespace VoiceAssist.Autoscaling.Distributions;

internal sealed record ExponentialDistribution : Distribution
{
    public ExponentialDistribution(double mean) => Mean = Checked(mean, nameof(mean));

    public override double Mean { get; }

    public override double Sample(Random random) => -Mean * Math.Log(1 - random.NextDouble());
}
