namespace VoiceAssist.Jobs.Processing;

/// <summary>
/// How many jobs to claim. Long jobs are claimed when there is a hand free for them, so that no job waits here while another
/// worker idles. Of short ones so many are claimed ahead as are done within <see cref="Ahead"/>: then the round trip
/// to the record is paid once for many.
/// </summary>
internal static class ClaimSize
{
    /// <summary>How long a job may wait here for a hand.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(20);

    /// <summary>Jobs claimed ahead at most: what a crash sets back, and the size of one statement.</summary>
    public const int MaxAhead = 512;

    /// <param name="concurrency">How many run at a time.</param>
    /// <param name="average">How long one takes.</param>
    /// <returns>How many jobs may be claimed and not yet handled.</returns>
    public static int Window(int concurrency, TimeSpan average)
    {
        var ahead = concurrency * (Ahead / TimeSpan.FromTicks(Math.Max(average.Ticks, 1)));
        return concurrency + (ahead <= concurrency ? 0 : (int)Math.Min(MaxAhead, ahead - concurrency));
    }

    /// <returns>How much room must be free before it is worth a claim: one place, or half of what is claimed ahead.</returns>
    public static int WorthAClaim(int concurrency, int window) => Math.Max(1, (window - concurrency) / 2);
}
