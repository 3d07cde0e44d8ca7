namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>When each request of a load is due, decided before any of them is sent: an open loop.</summary>
internal static class ArrivalTimes
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <summary>The times since the start, in order.</summary>
    /// <param name="profile">The load, in the cluster's time.</param>
    /// <param name="speed">How much faster than the cluster's time it is run; rates per second stay as they are.</param>
    /// <param name="jitter">By which part of the distance between two requests each may come early or late, 0 to 1.</param>
    /// <param name="random">Decides the jitter.</param>
    public static IEnumerable<TimeSpan> Of(LoadProfile profile, double speed, double jitter, Random random)
    {
        var (due, last, end) = (0.0, TimeSpan.Zero, profile.Length / speed);
        for (var time = TimeSpan.Zero; time < end; time += Step)
        {
            var rate = profile.RateAt(time * speed);
            var before = due;
            due += rate * Step.TotalSeconds;
            for (var next = Math.Floor(before) + 1; next <= due; next++)
            {
                var even = time + (Step * ((next - before) / (due - before)));
                var shifted = even + (TimeSpan.FromSeconds(1 / rate) * jitter * (random.NextDouble() - 0.5));
                last = shifted > last ? shifted : last;
                yield return last;
            }
        }
    }
}
