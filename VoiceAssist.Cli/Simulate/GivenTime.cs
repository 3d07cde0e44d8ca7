using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Simulate;

/// <summary>A time as written on the command line.</summary>
internal static class GivenTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(168);

    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What was given.</param>
    /// <param name="least">The shortest allowed.</param>
    /// <exception cref="UsageException">No time, or out of range.</exception>
    public static TimeSpan Parse(string option, string text, TimeSpan least) => Duration.TryParse(text, out var time) && time.ToTimeSpan() >= least && time.ToTimeSpan() <= Longest
        ? time.ToTimeSpan()
        : throw new UsageException($"{option}: '{text}' is not allowed; give {Duration.From(least)} to 168h, for example 90s, 90m or 1h30m.");

    /// <summary>Within what a simulation can cover.</summary>
    public static TimeSpan Fit(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(Math.Clamp(time.TotalSeconds, 60, Longest.TotalSeconds)));
}
