namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>The controller's integer arithmetic from sums to ratios (<c>metrics/utilization.go</c>).</summary>
internal static class Ratios
{
    /// <summary>Utilization of the requests in whole percent, fractions lost, compared with the target percentage.</summary>
    /// <param name="usage">Sum of usage in thousandths, over samples that have a request.</param>
    /// <param name="requests">Sum of those requests; not 0.</param>
    /// <param name="samples">How many samples that were.</param>
    /// <param name="target">Target percent.</param>
    public static Measurement Utilization(long usage, long requests, int samples, long target)
    {
        // A hundred times the memory of some thousand pods, in thousandths of a byte, no longer fits 64 bits.
        var percent = usage is <= long.MaxValue / 100 and >= long.MinValue / 100
            ? usage * 100 / requests
            : (long)Int128.Clamp((Int128)usage * 100 / requests, long.MinValue, long.MaxValue);
        var whole = Proposals.Saturate(percent);
        return new((double)whole / target, usage / samples, whole);
    }

    /// <summary>The average in whole thousandths, fractions lost, compared with the target.</summary>
    public static Measurement Average(long total, int samples, long target)
    {
        var average = total / samples;
        return new((double)average / target, average, 0);
    }
}
