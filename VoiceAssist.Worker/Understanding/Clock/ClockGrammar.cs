using System.Globalization;
using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Understanding.Clock;

/// <summary><c>what time is it</c>, <c>what's the date</c>, <c>what day is it</c>; answered in the worker's own time zone, which the answer names.</summary>
internal sealed class ClockGrammar(TimeProvider time) : IGrammar
{
    public static readonly string[] Time = ["what time is it", "what is the time", "tell me the time", "do you have the time", "the time"];

    public static readonly string[] Date =
    [
        "what is the date today", "what is the date", "what is today's date", "what date is it", "tell me the date", "what day is it today",
        "what day is it", "what day is today", "what is today", "the date",
    ];

    public Understood? Parse(Phrase phrase)
    {
        var asked = phrase.Take(Time) is not null ? "time" : phrase.Take(Date) is not null ? "date" : null;
        if (asked is null || !phrase.AtEnd)
        {
            return null;
        }

        var now = time.GetLocalNow();
        if (asked == "date")
        {
            return Understood.Of("clock.date", now.ToString("'Today is 'dddd', 'MMMM d', 'yyyy'.'", CultureInfo.InvariantCulture),
                ("date", now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        var zone = now.Offset == TimeSpan.Zero ? "UTC" : time.LocalTimeZone.Id;
        var clock = now.ToString("HH:mm", CultureInfo.InvariantCulture);
        return Understood.Of("clock.time", $"It is {clock} ({zone}).", ("time", clock), ("zone", zone));
    }
}
