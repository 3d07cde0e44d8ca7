using CsCheck;
using VoiceAssist.Worker.Understanding;

namespace VoiceAssist.Worker.Tests.Understanding;

public class CommandParserTests
{
    [Theory]
    [InlineData("set a timer for five minutes", "timer.set seconds=300 | Timer set for 5 minutes.")]
    [InlineData("Please set a timer for 5 minutes.", "timer.set seconds=300 | Timer set for 5 minutes.")]
    [InlineData("start a ten minute timer", "timer.set seconds=600 | Timer set for 10 minutes.")]
    [InlineData("ten-minute timer", "timer.set seconds=600 | Timer set for 10 minutes.")]
    [InlineData("set another timer for an hour and a half", "timer.set seconds=5400 | Timer set for 1 hour 30 minutes.")]
    [InlineData("set a pizza timer for twelve minutes", "timer.set name=pizza seconds=720 | Timer pizza set for 12 minutes.")]
    [InlineData("set a timer for 1 minute called eggs", "timer.set name=eggs seconds=60 | Timer eggs set for 1 minute.")]
    [InlineData("set a 3 minute timer for the tea", "timer.set name=tea seconds=180 | Timer tea set for 3 minutes.")]
    [InlineData("timer for ninety seconds", "timer.set seconds=90 | Timer set for 1 minute 30 seconds.")]
    [InlineData("cancel the timer", "timer.cancel | Timer cancelled.")]
    [InlineData("cancel my pizza timer", "timer.cancel name=pizza | Timer pizza cancelled.")]
    [InlineData("stop all timers", "timer.cancel scope=all | All timers cancelled.")]
    [InlineData("how much time is left", "timer.remaining | Checking your timer.")]
    [InlineData("how long is left on the pizza timer", "timer.remaining name=pizza | Checking the pizza timer.")]
    public void It_understands_timers(string text, string meaning) => Assert.Equal(meaning, Parsers.Parse(text));

    [Theory]
    [InlineData("turn on the lights", "lights.on | Turning on the lights.")]
    [InlineData("turn the kitchen lights off", "lights.off room=kitchen | Turning off the kitchen lights.")]
    [InlineData("switch off the living room lamp", "lights.off room=living room | Turning off the living room lights.")]
    [InlineData("bedroom light on", "lights.on room=bedroom | Turning on the bedroom lights.")]
    [InlineData("turn on the lights in the hall", "lights.on room=hall | Turning on the hall lights.")]
    [InlineData("dim the lights", "lights.dim | Dimming the lights.")]
    [InlineData("dim the bedroom lights to thirty percent", "lights.level percent=30 room=bedroom | Setting the bedroom lights to 30 percent.")]
    [InlineData("set the lights to 55%", "lights.level percent=55 | Setting the lights to 55 percent.")]
    [InlineData("make the kitchen lights warm white", "lights.color color=warm white room=kitchen | Making the kitchen lights warm white.")]
    public void It_understands_lights(string text, string meaning) => Assert.Equal(meaning, Parsers.Parse(text));

    [Theory]
    [InlineData("what's the weather", "weather.report | Looking up the weather.")]
    [InlineData("What\u2019s the weather like in Paris tomorrow?", "weather.report day=tomorrow place=paris | Looking up the weather in paris tomorrow.")]
    [InlineData("how is the weather tomorrow in New York", "weather.report day=tomorrow place=new york | Looking up the weather in new york tomorrow.")]
    [InlineData("weather forecast for this weekend", "weather.report day=this weekend | Looking up the weather this weekend.")]
    [InlineData("what will the weather be like on friday", "weather.report day=friday | Looking up the weather friday.")]
    [InlineData("weather for Berlin", "weather.report place=berlin | Looking up the weather in berlin.")]
    [InlineData("will it rain today", "weather.precipitation day=today kind=rain | Looking up whether it will rain today.")]
    [InlineData("is it going to snow in Oslo", "weather.precipitation kind=snow place=oslo | Looking up whether it will snow in oslo.")]
    [InlineData("do I need an umbrella tomorrow", "weather.precipitation day=tomorrow kind=rain | Looking up whether it will rain tomorrow.")]
    public void It_understands_weather(string text, string meaning) => Assert.Equal(meaning, Parsers.Parse(text));

    [Theory]
    [InlineData("play some music", "music.play | Playing music.")]
    [InlineData("play Yesterday by The Beatles", "music.play artist=the beatles title=yesterday | Playing yesterday by the beatles.")]
    [InlineData("play something by Queen", "music.play artist=queen | Playing music by queen.")]
    [InlineData("pause the music", "music.pause | Music paused.")]
    [InlineData("stop playing music", "music.stop | Music stopped.")]
    [InlineData("resume the music", "music.resume | Music resumed.")]
    [InlineData("next song", "music.next | Next song.")]
    [InlineData("skip this track", "music.next | Next song.")]
    [InlineData("play the previous song", "music.previous | Previous song.")]
    [InlineData("turn the volume up", "music.volume.up | Turning the volume up.")]
    [InlineData("turn it down", "music.volume.down | Turning the volume down.")]
    [InlineData("set the volume to forty percent", "music.volume.set percent=40 | Volume set to 40 percent.")]
    public void It_understands_music(string text, string meaning) => Assert.Equal(meaning, Parsers.Parse(text));

    [Theory]
    [InlineData("what time is it", "clock.time time=12:00 zone=UTC | It is 12:00 (UTC).")]
    [InlineData("tell me the time", "clock.time time=12:00 zone=UTC | It is 12:00 (UTC).")]
    [InlineData("what day is it today", "clock.date date=2026-03-01 | Today is Sunday, March 1, 2026.")]
    public void It_understands_time(string text, string meaning) => Assert.Equal(meaning, Parsers.Parse(text));

    [Fact]
    public void The_time_is_that_of_the_workers_zone_and_names_it()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Test/East", TimeSpan.FromHours(9), "East", "East");

        Assert.Equal("It is 21:00 (Test/East).", Parsers.At(zone).Parse("what time is it").Answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("please")]
    [InlineData("open the pod bay doors")]
    [InlineData("set a timer")]
    [InlineData("set a timer for zero minutes")]
    [InlineData("set a timer for five minutes and feed the cat")]
    [InlineData("turn on the radio")]
    [InlineData("set the lights to 101 percent")]
    [InlineData("play")]
    [InlineData("last")]
    [InlineData("what time is it in paris")]
    [InlineData("weather in")]
    [InlineData("日本語で話して")]
    public void It_admits_what_it_does_not_understand(string text) =>
        Assert.Equal("unknown | Sorry, I did not understand that.", Parsers.Parse(text));

    [Fact]
    public void Any_text_has_an_answer() => Gen.String.Sample(text => Parsers.Parse(text).Length > 0);

    [Fact]
    public void Any_order_of_the_words_it_knows_has_an_answer_and_repeats_it()
    {
        string[] words =
        [
            "set", "a", "timer", "for", "five", "hundred", "and", "half", "hour", "minutes", "lights", "light", "on", "off", "to", "percent", "dim",
            "kitchen", "play", "by", "next", "song", "volume", "up", "weather", "in", "tomorrow", "what", "is", "the", "time", "cancel", "all",
        ];
        Gen.Int[0, words.Length - 1].Array[1, 9].Select(chosen => string.Join(' ', chosen.Select(i => words[i])))
            .Sample(text => Parsers.Parse(text) is { Length: > 0 } answer && answer == Parsers.Parse(text));
    }

    [Fact]
    public void The_first_grammar_that_knows_the_phrase_has_it() =>
        Assert.Same(Understood.Nothing, new CommandParser([]).Parse("set a timer for five minutes"));
}
