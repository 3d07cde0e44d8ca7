namespace VoiceAssist.Autoscaling.Distributions;

/// <summary>A distribution of times in seconds, never negative. Deterministic under the random source passed in.</summary>
public abstract record Distribution
{
    /// <summary>Always the same.</summary>
    public static Distribution Constant(double seconds) => new ConstantDistribution(seconds);

    /// <summary>Anything between two bounds, equally likely.</summary>
    public static Distribution Uniform(double least, double most) => new UniformDistribution(least, most);

    /// <summary>Mostly near the median, sometimes much longer: how start-up and processing times behave.</summary>
    /// <param name="median">Half of the times are shorter.</param>
    /// <param name="spread">Standard deviation of the logarithm; 0.3 puts the 95th percentile at 1.6 times the median.</param>
    public static Distribution LogNormal(double median, double spread) => new LogNormalDistribution(median, spread);

    /// <summary>Memoryless: times between independent events.</summary>
    public static Distribution Exponential(double mean) => new ExponentialDistribution(mean);

    /// <summary>The expected value in seconds.</summary>
    public abstract double Mean { get; }

    /// <summary>Draws a time in seconds.</summary>
    public abstract double Sample(Random random);

    private protected static double Checked(double seconds, string name) => double.IsFinite(seconds) && seconds >= 0
        ? seconds
        : throw new ArgumentOutOfRangeException(name, seconds, "A time must be a finite number of seconds, 0 or more.");
}
