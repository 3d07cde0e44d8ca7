namespace VoiceAssist.Autoscaling.Distributions;

internal sealed record UniformDistribution : Distribution
{
    private readonly double _least;
    private readonly double _width;

    public UniformDistribution(double least, double most)
    {
        _least = Checked(least, nameof(least));
        _width = Checked(most - least, nameof(most));
    }

    public override double Mean => _least + (_width / 2);

    public override double Sample(Random random) => _least + (_width * random.NextDouble());
}
