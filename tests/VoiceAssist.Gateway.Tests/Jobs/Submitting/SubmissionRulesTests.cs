using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Jobs.Submitting;

namespace VoiceAssist.Gateway.Tests.Jobs.Submitting;

public class SubmissionRulesTests
{
    public static TheoryData<string?, string> Refused => new()
    {
        { null, "1 to 1000 characters" },
        { "", "1 to 1000 characters" },
        { " \t\r\n", "1 to 1000 characters" },
        { new string('a', JobLimits.MaxTextLength + 1), "has 1001" },
        { "a\0b", "U+0000 at position 2" },
        { "\u001b[31m", "U+001B at position 1" },
        { "a\u0085", "U+0085 at position 2" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Text_that_is_no_command_is_refused_with_the_reason(string? text, string reason)
    {
        var error = Assert.Single(Assert.Throws<RefusedException>(() => SubmissionRules.Check(new JobSubmission(text))).Errors!);

        Assert.Equal("text", error.Key);
        Assert.Contains(reason, Assert.Single(error.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what time is it")]
    [InlineData("spiel Für Elise 🎵")]
    [InlineData("two\nlines\tand a tab")]
    public void Text_as_people_speak_and_type_it_is_accepted(string text) =>
        SubmissionRules.Check(new JobSubmission(text));

    [Theory]
    [InlineData(-1)]
    [InlineData(JobLimits.MaxDelaySeconds + 1)]
    public void A_delay_that_is_none_is_refused(int seconds) =>
        Assert.Equal(["delaySeconds"], Assert.Throws<RefusedException>(() => SubmissionRules.Check(new JobSubmission("a", DelaySeconds: seconds))).Errors!.Keys);

    [Fact]
    public void The_longest_text_fits_into_the_largest_body_however_it_is_escaped() =>
        Assert.True((JobLimits.MaxTextLength * @"\u0000".Length) + """{"text":""}""".Length <= JobLimits.MaxJsonBodyBytes);
}
