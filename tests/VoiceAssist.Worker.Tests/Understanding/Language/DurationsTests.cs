using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Tests.Understanding.Language;

public class DurationsTests
{
    [Theory]
    [InlineData("five minutes", 300)]
    [InlineData("a minute", 60)]
    [InlineData("an hour", 3_600)]
    [InlineData("a hundred seconds", 100)]
    [InlineData("half an hour", 1_800)]
    [InlineData("a half hour", 1_800)]
    [InlineData("half a minute", 30)]
    [InlineData("a quarter of an hour", 900)]
    [InlineData("an hour and a half", 5_400)]
    [InlineData("two and a half minutes", 150)]
    [InlineData("two minutes and a half", 150)]
    [InlineData("one hour and ten minutes", 4_200)]
    [InlineData("one hour ten minutes and five seconds", 4_205)]
    [InlineData("two days", 172_800)]
    public void A_spoken_duration_is_understood(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new Phrase(text.Split(' ')).TakeDuration());

    [Theory]
    [InlineData("five")]
    [InlineData("minutes")]
    [InlineData("zero seconds")]
    [InlineData("and a half")]
    public void What_is_no_duration_is_not(string text) => Assert.Null(new Phrase(text.Split(' ')).TakeDuration());

    [Theory]
    [InlineData(1, "1 second")]
    [InlineData(60, "1 minute")]
    [InlineData(3_661, "1 hour 1 minute 1 second")]
    [InlineData(180_000, "2 days 2 hours")]
    public void A_duration_is_spoken_in_the_units_that_it_has(int seconds, string spoken) =>
        Assert.Equal(spoken, Durations.Spoken(TimeSpan.FromSeconds(seconds)));
}
