namespace VoiceAssist.Jobs.Queue;

/// <summary>Pauses between looks at something that has no news: they grow while there is none.</summary>
internal static class PollPause
{
    /// <summary>After news.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    /// <summary>What an idle worker costs Redis: one look a second.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <returns>Twice the pause, at most <see cref="Longest"/>.</returns>
    public static TimeSpan After(TimeSpan pause) => pause >= Longest / 2 ? Longest : pause * 2;
}
