namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>Cuts long recordings where nobody speaks, so that each piece can be searched as a whole.</summary>
internal static class Pauses
{
    private static readonly TimeSpan LongestPiece = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortestPiece = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(200);

    /// <returns>Pieces without a gap, none longer than 20 s, each cut at the quietest moment after its first 10 s.</returns>
    /// <param name="samples">One channel.</param>
    /// <param name="sampleRate">In Hz.</param>
    public static IEnumerable<Range> Cut(short[] samples, int sampleRate)
    {
        var longest = (int)(LongestPiece.TotalSeconds * sampleRate);
        var start = 0;
        while (samples.Length - start > longest)
        {
            var earliest = start + (int)(ShortestPiece.TotalSeconds * sampleRate);
            var end = Quietest(samples, earliest, start + longest, (int)(Window.TotalSeconds * sampleRate));
            yield return start..end;
            start = end;
        }

        if (start < samples.Length)
        {
            yield return start..samples.Length;
        }
    }

    /// <returns>The middle of the quietest window.</returns>
    private static int Quietest(short[] samples, int from, int to, int window)
    {
        var (quietest, at) = (long.MaxValue, to);
        for (var start = from; start + window <= to; start += window / 2)
        {
            long loudness = 0;
            foreach (var sample in samples.AsSpan(start, window))
            {
                loudness += Math.Abs((int)sample);
            }

            if (loudness < quietest)
            {
                (quietest, at) = (loudness, start + (window / 2));
            }
        }

        return at;
    }
}
