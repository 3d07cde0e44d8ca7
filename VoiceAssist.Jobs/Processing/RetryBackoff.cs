namespace VoiceAssist.Jobs.Processing;

/// <summary>How long a retry waits: exponential, and half of it at random, so that jobs which failed together do not come back together.</summary>
internal static class RetryBackoff
{
    /// <param name="limits">The kind's.</param>
    /// <param name="failures">Failed runs so far, at least 1.</param>
    /// <param name="random">0 to 1, evenly spread.</param>
    public static TimeSpan After(KindLimits limits, int failures, double random)
    {
        var full = Math.Min(limits.LongestBackoff.TotalSeconds, limits.FirstBackoff.TotalSeconds * Math.Pow(2, failures - 1));
        return TimeSpan.FromSeconds(full * (0.5 + (random / 2)));
    }
}
