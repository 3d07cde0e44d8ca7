namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>Which times a recording may hold.</summary>
internal static class RecordedTime
{
    /// <summary>Seconds: beyond the year 5000 as a Unix time, so that seconds fit and the milliseconds of other tools are noticed.</summary>
    public const double Longest = 1e11;

    /// <summary>Whether it lies in range; the difference of two such times is a <see cref="TimeSpan"/>.</summary>
    public static bool IsPossible(double seconds) => Math.Abs(seconds) <= Longest;
}
