using System.Globalization;
using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Understanding.Timers;

/// <summary><c>set a timer for five minutes</c>, <c>ten minute pizza timer</c>, <c>cancel the pizza timer</c>, <c>how long is left</c>.</summary>
internal sealed class TimerGrammar : IGrammar
{
    public Understood? Parse(Phrase phrase) => phrase.Try(Set) ?? phrase.Try(Cancel) ?? phrase.Try(Remaining);

    private static Understood? Set(Phrase phrase)
    {
        phrase.Skip("set", "start", "create", "make", "give me").Skip("another", "a new", "new", "the", "my");

        // "a minute timer" as well as "a ten minute timer"
        var duration = phrase.TakeDuration() ?? phrase.Skip("a", "an").TakeDuration();
        var name = phrase.TakeUntil("timer");
        if (phrase.Take("timer") is null)
        {
            return null;
        }

        duration ??= phrase.Skip("for", "of", "to").TakeDuration();
        if (phrase.Take("called", "named", "for") is not null)
        {
            name ??= phrase.Skip("the", "my").TakeUntil();
        }

        return duration is { } set && phrase.AtEnd
            ? Understood.Of("timer.set", $"{Named(name)} set for {Durations.Spoken(set)}.",
                ("seconds", set.TotalSeconds.ToString(CultureInfo.InvariantCulture)), ("name", name))
            : null;
    }

    private static Understood? Cancel(Phrase phrase)
    {
        if (phrase.Take("cancel", "stop", "delete", "clear", "turn off") is null)
        {
            return null;
        }

        var all = phrase.Take("all my", "all the", "all", "every") is not null;
        var name = phrase.Skip("the", "my", "a").TakeUntil("timer", "timers");
        if (phrase.Take("timer", "timers") is null || !phrase.AtEnd)
        {
            return null;
        }

        return all
            ? Understood.Of("timer.cancel", "All timers cancelled.", ("scope", "all"))
            : Understood.Of("timer.cancel", $"{Named(name)} cancelled.", ("name", name));
    }

    private static Understood? Remaining(Phrase phrase)
    {
        if (phrase.Take("how much time is left", "how long is left", "how much longer", "how much time do i have left", "how long") is null)
        {
            return null;
        }

        string? name = null;
        if (phrase.Take("on", "for", "does") is not null)
        {
            name = phrase.Skip("the", "my").TakeUntil("timer");
            if (phrase.Take("timer") is null)
            {
                return null;
            }

            phrase.Skip("have left", "have");
        }

        return phrase.AtEnd
            ? Understood.Of("timer.remaining", name is null ? "Checking your timer." : $"Checking the {name} timer.", ("name", name))
            : null;
    }

    private static string Named(string? name) => name is null ? "Timer" : $"Timer {name}";
}
