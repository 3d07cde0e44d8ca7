namespace VoiceAssist.Autoscaling.Distributions;

/// <summary>Random draws that the standard library lacks.</summary>
internal static class Draws
{
    // Above this mean the normal approximation of a Poisson count is within a fraction of a percent.
    private const double NormalFrom = 30;

    /// <summary>A standard normal number (Box-Muller).</summary>
    public static double Normal(Random random)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>How many independent events happen when <paramref name="mean"/> are expected.</summary>
    public static int Poisson(double mean, Random random)
    {
        if (mean >= NormalFrom)
        {
            return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal(random))));
        }

        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
