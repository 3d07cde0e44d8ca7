namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>A sum of thousandths that stops at the range of <see cref="long"/> instead of wrapping round.</summary>
internal static class SaturatingSum
{
    public static long Add(long left, long right)
    {
        var sum = unchecked(left + right);

        // Overflow exactly when both operands have the sign that the sum lost.
        return ((left ^ sum) & (right ^ sum)) < 0 ? (left < 0 ? long.MinValue : long.MaxValue) : sum;
    }
}
