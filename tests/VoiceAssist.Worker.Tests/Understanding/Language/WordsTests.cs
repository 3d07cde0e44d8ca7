using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Tests.Understanding.Language;

public class WordsTests
{
    [Theory]
    [InlineData("Turn ON the lights!", "turn on the lights")]
    [InlineData("Hey assistant, could you please dim the lights for me, thanks", "dim the lights")]
    [InlineData("what's", "what is")]
    [InlineData("what\u2019s up", "what is up")]
    [InlineData("the dog's bowl", "the dog's bowl")]
    [InlineData("50%", "50 percent")]
    [InlineData("twenty-five", "twenty five")]
    [InlineData("please", "please")]
    [InlineData("...", "")]
    public void Words_are_what_is_left_without_punctuation_and_politeness(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text)));
}
