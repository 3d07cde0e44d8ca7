using Microsoft.Extensions.Time.Testing;
using VoiceAssist.Worker.Understanding;
using VoiceAssist.Worker.Understanding.Clock;
using VoiceAssist.Worker.Understanding.Lights;
using VoiceAssist.Worker.Understanding.Music;
using VoiceAssist.Worker.Understanding.Timers;
using VoiceAssist.Worker.Understanding.Weather;

namespace VoiceAssist.Worker.Tests;

/// <summary>The parser with all grammars, on Sunday, 1 March 2026, at noon UTC.</summary>
internal static class Parsers
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static CommandParser At(TimeZoneInfo zone)
    {
        var time = new FakeTimeProvider(Now);
        time.SetLocalTimeZone(zone);
        return new CommandParser([new TimerGrammar(), new LightGrammar(), new WeatherGrammar(), new ClockGrammar(time), new MusicGrammar()]);
    }

    /// <returns>For example <c>timer.set seconds=300 | Timer set for 5 minutes.</c></returns>
    public static string Parse(string text)
    {
        var understood = At(TimeZoneInfo.Utc).Parse(text);
        var slots = understood.Slots.OrderBy(slot => slot.Key, StringComparer.Ordinal).Select(slot => $" {slot.Key}={slot.Value}");
        return $"{understood.Intent}{string.Concat(slots)} | {understood.Answer}";
    }
}
