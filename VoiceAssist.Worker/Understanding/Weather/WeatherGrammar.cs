using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Understanding.Weather;

/// <summary><c>what's the weather in Paris tomorrow</c>, <c>will it rain today</c>, <c>do I need an umbrella</c>.</summary>
internal sealed class WeatherGrammar : IGrammar
{
    public static readonly string[] Days =
    [
        "today", "tonight", "tomorrow", "this weekend", "this week",
        "on monday", "on tuesday", "on wednesday", "on thursday", "on friday", "on saturday", "on sunday",
    ];

    public static readonly string[] Rain =
    [
        "will it rain", "is it going to rain", "is it raining", "will it snow", "is it going to snow", "is it snowing", "do i need an umbrella",
    ];

    public Understood? Parse(Phrase phrase) => phrase.Try(Report) ?? phrase.Try(Precipitation);

    private static Understood? Report(Phrase phrase)
    {
        phrase.Skip("what is", "what will", "how is", "how will", "tell me", "what about").Skip("the");
        if (phrase.Take("weather forecast", "weather", "forecast") is null)
        {
            return null;
        }

        phrase.Skip("be like", "be", "like", "look like", "looking");
        return TakeWhereAndWhen(phrase, out var place, out var day)
            ? Understood.Of("weather.report", $"Looking up the weather{Of(place, day)}.", ("place", place), ("day", day))
            : null;
    }

    private static Understood? Precipitation(Phrase phrase) =>
        phrase.Take(Rain) is { } asked && TakeWhereAndWhen(phrase, out var place, out var day)
            ? Understood.Of("weather.precipitation", $"Looking up whether it will {Kind(asked)}{Of(place, day)}.",
                ("kind", Kind(asked)), ("place", place), ("day", day))
            : null;

    private static string Kind(string asked) => asked.Contains("snow", StringComparison.Ordinal) ? "snow" : "rain";

    private static bool TakeWhereAndWhen(Phrase phrase, out string? place, out string? day)
    {
        day = phrase.Try(TakeDay);
        place = phrase.Try(TakePlace);
        day ??= phrase.Try(TakeDay);
        return phrase.AtEnd;
    }

    private static string? TakePlace(Phrase phrase) =>
        phrase.Take("in", "for", "at") is null ? null : phrase.TakeUntil("today", "tonight", "tomorrow", "this", "on");

    private static string? TakeDay(Phrase phrase)
    {
        var day = phrase.Skip("for").Take(Days);
        return day is not null && day.StartsWith("on ", StringComparison.Ordinal) ? day["on ".Length..] : day;
    }

    private static string Of(string? place, string? day) =>
        $"{(place is null ? "" : $" in {place}")}{(day is null ? "" : $" {day}")}";
}
