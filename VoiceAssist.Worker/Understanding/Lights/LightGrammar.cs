using System.Globalization;
using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Understanding.Lights;

/// <summary><c>turn on the kitchen lights</c>, <c>bedroom light off</c>, <c>dim the lights to 30 percent</c>, <c>make the lights blue</c>.</summary>
internal sealed class LightGrammar : IGrammar
{
    private static readonly string[] Light = ["lights", "light", "lamps", "lamp"];

    public static readonly string[] Colors = ["red", "orange", "yellow", "green", "blue", "purple", "pink", "warm white", "cool white", "white"];

    public Understood? Parse(Phrase phrase) => phrase.Try(Switch) ?? phrase.Try(Dim) ?? phrase.Try(Adjust);

    private static Understood? Switch(Phrase phrase)
    {
        phrase.Skip("turn", "switch");
        var state = phrase.Take("on", "off");
        if (!TakeLights(phrase, out var room))
        {
            return null;
        }

        state ??= phrase.Take("on", "off");
        return state is not null && phrase.AtEnd
            ? Understood.Of($"lights.{state}", $"Turning {state} {The(room)}.", ("room", room))
            : null;
    }

    private static Understood? Dim(Phrase phrase)
    {
        if (phrase.Take("dim", "brighten") is not { } verb || !TakeLights(phrase, out var room))
        {
            return null;
        }

        var level = phrase.Take("to") is null ? null : TakeLevel(phrase);
        return !phrase.AtEnd
            ? null
            : level is { } percent
                ? Level(percent, room)
                : Understood.Of($"lights.{verb}", $"{(verb == "dim" ? "Dimming" : "Brightening")} {The(room)}.", ("room", room));
    }

    private static Understood? Adjust(Phrase phrase)
    {
        if (phrase.Take("set", "make", "turn", "change") is null || !TakeLights(phrase, out var room))
        {
            return null;
        }

        phrase.Skip("color to", "colour to", "to");
        if (phrase.Take(Colors) is { } color)
        {
            return phrase.AtEnd
                ? Understood.Of("lights.color", $"Making {The(room)} {color}.", ("color", color), ("room", room))
                : null;
        }

        return TakeLevel(phrase) is { } level && phrase.AtEnd ? Level(level, room) : null;
    }

    private static Understood Level(int percent, string? room) => Understood.Of("lights.level", $"Setting {The(room)} to {percent} percent.",
        ("percent", percent.ToString(CultureInfo.InvariantCulture)), ("room", room));

    private static int? TakeLevel(Phrase phrase) => phrase.TakeNumber() is <= 100 and var level && phrase.Take("percent") is not null ? level : null;

    private static bool TakeLights(Phrase phrase, out string? room)
    {
        phrase.Skip("all the", "all", "the", "my");
        room = phrase.TakeUntil([.. Light, "on", "off", "to"]);
        if (phrase.Take(Light) is null)
        {
            return false;
        }

        if (room is null && phrase.Take("in") is not null)
        {
            room = phrase.Skip("the", "my").TakeUntil("on", "off", "to");
        }

        return true;
    }

    private static string The(string? room) => room is null ? "the lights" : $"the {room} lights";
}
