using VoiceAssist.Worker.Listening.Phrases;

namespace VoiceAssist.Worker.Tests.Listening.PocketSphinx;

public class HeardCommandsTests(SharedEngine engine) : IClassFixture<SharedEngine>
{
    private const int Seed = 20_260_302;

    [Theory]
    [InlineData("set a timer for five minutes", "timer.set seconds=300 | Timer set for 5 minutes.")]
    [InlineData("set a pizza timer for one hour and ten minutes", "timer.set name=pizza seconds=4200 | Timer pizza set for 1 hour 10 minutes.")]
    [InlineData("cancel the tea timer", "timer.cancel name=tea | Timer tea cancelled.")]
    [InlineData("turn on the kitchen lights", "lights.on room=kitchen | Turning on the kitchen lights.")]
    [InlineData("turn the lights off please", "lights.off | Turning off the lights.")]
    [InlineData("dim the living room lights to thirty percent", "lights.level percent=30 room=living room | Setting the living room lights to 30 percent.")]
    [InlineData("what's the weather in paris tomorrow", "weather.report day=tomorrow place=paris | Looking up the weather in paris tomorrow.")]
    [InlineData("will it rain on friday", "weather.precipitation day=friday kind=rain | Looking up whether it will rain friday.")]
    [InlineData("play some music", "music.play | Playing music.")]
    [InlineData("play yesterday by the beatles", "music.play artist=the beatles title=yesterday | Playing yesterday by the beatles.")]
    [InlineData("set the volume to forty percent", "music.volume.set percent=40 | Volume set to 40 percent.")]
    [InlineData("hey assistant what time is it", "clock.time time=12:00 zone=UTC | It is 12:00 (UTC).")]
    public async Task A_spoken_command_has_its_meaning(string spoken, string meaning) =>
        Assert.Equal(meaning, Parsers.Parse(await engine.HearAsync(await Voice.SayAsync(spoken))));

    [Theory]
    [InlineData(Voice.Woman)]
    [InlineData(Voice.Man)]
    public async Task Almost_every_command_is_heard_word_by_word(string voice)
    {
        const int Commands = 15, Misheard = 1;
        var random = new Random(Seed);
        var commands = SpokenCommands.Of(Vocabulary.Default);
        var wrong = new List<string>();
        for (var i = 0; i < Commands; i++)
        {
            var words = new List<string>();
            commands.Say(random, words);
            var said = string.Join(' ', words);
            var heard = await engine.HearAsync(await Voice.SayAsync(said, voice));
            if (Parsers.Parse(heard) != Parsers.Parse(said))
            {
                wrong.Add($"'{said}' was heard as '{heard}'");
            }
        }

        Assert.True(wrong.Count <= Misheard, string.Join('\n', wrong));
    }
}
