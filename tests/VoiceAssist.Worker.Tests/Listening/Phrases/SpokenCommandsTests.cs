using VoiceAssist.Worker.Listening.Phrases;
using VoiceAssist.Worker.Understanding;

namespace VoiceAssist.Worker.Tests.Listening.Phrases;

public class SpokenCommandsTests
{
    private const int Seed = 20_260_301;

    [Fact]
    public void Whatever_may_be_spoken_is_understood()
    {
        var commands = SpokenCommands.Of(Vocabulary.Default);
        var parser = Parsers.At(TimeZoneInfo.Utc);
        var random = new Random(Seed);

        var intents = new HashSet<string>();
        for (var i = 0; i < 20_000; i++)
        {
            var words = new List<string>();
            commands.Say(random, words);
            var text = string.Join(' ', words);
            var understood = parser.Parse(text);
            Assert.True(understood.Intent != Understood.UnknownIntent, $"'{text}' may be spoken, but is not understood");
            intents.Add(understood.Intent);
        }

        Assert.Equal(22, intents.Count);
    }
}
