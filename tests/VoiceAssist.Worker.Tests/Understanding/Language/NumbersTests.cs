using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Tests.Understanding.Language;

public class NumbersTests
{
    [Theory]
    [InlineData("0", 0, "")]
    [InlineData("42", 42, "")]
    [InlineData("9999", 9999, "")]
    [InlineData("zero", 0, "")]
    [InlineData("five minutes", 5, "minutes")]
    [InlineData("nineteen", 19, "")]
    [InlineData("ninety", 90, "")]
    [InlineData("twenty five", 25, "")]
    [InlineData("twenty ten", 20, "ten")]
    [InlineData("one hundred", 100, "")]
    [InlineData("a hundred and ten", 110, "")]
    [InlineData("three hundred forty two seconds", 342, "seconds")]
    [InlineData("one hundred and a half", 100, "and")]
    [InlineData("two and a half", 2, "and")]
    public void A_number_is_taken_and_the_rest_left(string text, int number, string next)
    {
        var phrase = new Phrase(text.Split(' '));

        Assert.Equal((number, next), (phrase.TakeNumber()!.Value, phrase.Next));
    }

    [Theory]
    [InlineData("a minute")]
    [InlineData("hundred")]
    [InlineData("10000")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("")]
    public void What_is_no_number_is_left_alone(string text)
    {
        var phrase = new Phrase(text.Split(' '));

        Assert.Null(phrase.TakeNumber());
        Assert.Equal(text.Split(' ')[0], phrase.Next);
    }
}
