namespace VoiceAssist.Worker.Understanding.Language;

/// <summary>Spoken durations: <c>five minutes</c>, <c>an hour and a half</c>, <c>one hour and ten minutes</c>, <c>half an hour</c>.</summary>
internal static class Durations
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerHour = 3_600;
    private const int SecondsPerDay = 86_400;

    /// <returns>The duration that comes next, above zero, or null.</returns>
    public static TimeSpan? TakeDuration(this Phrase phrase)
    {
        if (phrase.Try(TakePart) is not { } duration)
        {
            return null;
        }

        while (phrase.Try(p => p.Skip("and").TakePart()) is { } more)
        {
            duration += more;
        }

        return duration > TimeSpan.Zero ? duration : null;
    }

    /// <returns>For example <c>1 hour 30 minutes</c>.</returns>
    public static string Spoken(TimeSpan duration)
    {
        (int Count, string Unit)[] parts = [(duration.Days, "day"), (duration.Hours, "hour"), (duration.Minutes, "minute"), (duration.Seconds, "second")];
        return string.Join(' ', parts.Where(part => part.Count > 0)
            .Select(part => part.Count == 1 ? $"1 {part.Unit}" : $"{part.Count} {part.Unit}s"));
    }

    private static TimeSpan? TakePart(this Phrase phrase)
    {
        if (phrase.Take("half an", "half a", "a half") is not null)
        {
            return phrase.TakeUnit() / 2;
        }

        if (phrase.Take("a quarter of an", "quarter of an") is not null)
        {
            return phrase.TakeUnit() / 4;
        }

        // "a hundred seconds" before "a second"
        var count = phrase.TakeNumber() ?? (phrase.Take("a", "an") is not null ? 1 : null);
        if (count is null)
        {
            return null;
        }

        var halfBefore = phrase.Take("and a half") is not null;
        if (phrase.TakeUnit() is not { } unit)
        {
            return null;
        }

        var half = halfBefore || phrase.Try(TakeHalfAfter) is not null;
        return (unit * count) + (half ? unit / 2 : TimeSpan.Zero);
    }

    /// <summary><c>an hour and a half</c>, but not the first words of <c>an hour and a half minute</c>.</summary>
    private static string? TakeHalfAfter(Phrase phrase) =>
        phrase.Take("and a half") is { } half && phrase.Try(p => p.TakeUnit()) is null ? half : null;

    private static TimeSpan? TakeUnit(this Phrase phrase) =>
        phrase.Take("second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "day", "days") switch
        {
            null => null,
            { } unit when unit.StartsWith('s') => TimeSpan.FromSeconds(1),
            { } unit when unit.StartsWith('m') => TimeSpan.FromSeconds(SecondsPerMinute),
            { } unit when unit.StartsWith('h') => TimeSpan.FromSeconds(SecondsPerHour),
            _ => TimeSpan.FromSeconds(SecondsPerDay),
        };
}
