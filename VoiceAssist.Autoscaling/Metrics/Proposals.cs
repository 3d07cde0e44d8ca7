namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>Rounding a computed number of pods, with a defined result for every double.</summary>
internal static class Proposals
{
    /// <summary>Rounded up, saturating at the range of <see cref="int"/>; NaN is 0.</summary>
    public static int RoundUp(double pods) => Saturate(Math.Ceiling(pods));

    /// <summary>Rounded towards zero, saturating at the range of <see cref="int"/>; NaN is 0.</summary>
    public static int RoundTowardsZero(double pods) => Saturate(Math.Truncate(pods));

    public static int Saturate(long pods) => (int)Math.Clamp(pods, int.MinValue, int.MaxValue);

    private static int Saturate(double pods) =>
        double.IsNaN(pods) ? 0 : pods >= int.MaxValue ? int.MaxValue : pods <= int.MinValue ? int.MinValue : (int)pods;
}
