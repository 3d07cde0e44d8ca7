using System.Text;
using VoiceAssist.Worker.Understanding.Clock;
using VoiceAssist.Worker.Understanding.Lights;
using VoiceAssist.Worker.Understanding.Weather;
using static VoiceAssist.Worker.Listening.Phrases.Pattern;

namespace VoiceAssist.Worker.Listening.Phrases;

/// <summary>What a speech engine listens for: commands in the words of the grammars that understand them.</summary>
internal static class SpokenCommands
{
    public static Pattern Of(Vocabulary names) => Sequence(
        Maybe("hey assistant", "please", "could you"),
        OneOf([.. Timers(names), .. Lights(names), .. Weather(names), Clock, .. Music(names)]),
        Maybe("please"));

    /// <returns>The grammar as JSGF text, with one public rule.</returns>
    public static string ToJsgf(Pattern commands)
    {
        var jsgf = new StringBuilder("#JSGF V1.0;\ngrammar commands;\npublic <command> = ");
        commands.Write(jsgf);
        return jsgf.Append(" ;\n").ToString();
    }

    private static Pattern Clock => OneOf([.. ClockGrammar.Time.Except(["the time"]), .. ClockGrammar.Date.Except(["the date"])]);

    private static IEnumerable<Pattern> Timers(Vocabulary names)
    {
        yield return Sequence(OneOf("set", "start"), OneOf("a", "another"), Maybe(Name(names.Timers)), "timer for", SpokenNumbers.Duration);
        yield return Sequence(Maybe("set", "start"), "a", SpokenNumbers.DurationBeforeName, Maybe(Name(names.Timers)), "timer");
        yield return Sequence(OneOf("cancel", "stop"), OneOf("the", "my"), Maybe(Name(names.Timers)), "timer");
        yield return Sequence(OneOf("cancel", "stop"), "all timers");
        yield return Sequence(OneOf("how much time is left", "how long is left"), Maybe(Sequence("on the", Maybe(Name(names.Timers)), "timer")));
    }

    private static IEnumerable<Pattern> Lights(Vocabulary names)
    {
        var lights = Sequence(OneOf("the", "all the"), Maybe(Name(names.Rooms)), OneOf("lights", "light", "lamp"));
        var lightsThere = OneOf(lights, Sequence("the lights in the", Name(names.Rooms)));
        yield return Sequence(OneOf("turn", "switch"), OneOf("on", "off"), lightsThere);
        yield return Sequence(OneOf("turn", "switch"), lights, OneOf("on", "off"));
        yield return Sequence(Name(names.Rooms), OneOf("lights", "light"), OneOf("on", "off"));
        yield return Sequence(OneOf("dim", "brighten"), lights);
        yield return Sequence(OneOf("dim", "set"), lights, "to", SpokenNumbers.Percent);
        yield return Sequence(OneOf("make", "turn"), lights, OneOf(LightGrammar.Colors));
        yield return Sequence(OneOf("set", "change"), lights, "to", OneOf(LightGrammar.Colors));
    }

    private static IEnumerable<Pattern> Weather(Vocabulary names)
    {
        var when = OneOf(WeatherGrammar.Days);
        var where = Sequence("in", Name(names.Places));
        var whereAndWhen = Maybe(where, when, Sequence(where, when), Sequence(when, where));
        yield return Sequence(OneOf("what's", "what is", "how's", "how is"), "the weather", Maybe("like"), whereAndWhen);
        yield return Sequence("what will the weather be", Maybe("like"), whereAndWhen);
        yield return Sequence(Maybe("the"), OneOf("weather forecast", "weather"), "for", OneOf(Name(names.Places), OneOf(WeatherGrammar.Days[..5])));
        yield return Sequence(OneOf(WeatherGrammar.Rain), whereAndWhen);
    }

    private static IEnumerable<Pattern> Music(Vocabulary names)
    {
        yield return Sequence("play", OneOf("music", "some music", "something"));
        yield return Sequence("play", Maybe("some"), Name(names.Titles));
        yield return Sequence("play", OneOf("music", "something", Name(names.Titles)), "by", Name(names.Artists));
        yield return Sequence(OneOf("pause", "stop", "resume", "continue"), OneOf("the", "this"), OneOf("music", "song"));
        yield return Sequence(Maybe("play the"), OneOf("next", "previous"), OneOf("song", "track"));
        yield return Sequence("skip this", OneOf("song", "track"));
        yield return Sequence("turn the", OneOf("volume", "music"), OneOf("up", "down"));
        yield return Sequence("turn", OneOf("up", "down"), "the", OneOf("volume", "music"));
        yield return Sequence("set the volume to", SpokenNumbers.Percent);
    }

    private static Pattern Name(string[] names) => OneOf(names);
}
