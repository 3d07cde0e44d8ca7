using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.Tests.LoadTest.Generation;

public sealed class LoadProfileTests
{
    private const string Text = "ramp:200@1m,hold:8m,spike:400@30s,hold:1m";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 100)]
    [InlineData(60, 200)]
    [InlineData(539, 200)]
    [InlineData(540, 400)]
    [InlineData(570, 200)]
    [InlineData(630, 0)]
    public void A_rate_follows_its_stages(int second, double rate) =>
        Assert.Equal(rate, LoadProfile.Parse(Text).RateAt(TimeSpan.FromSeconds(second)), 6);

    [Fact]
    public void A_profile_is_written_as_it_is_read() =>
        Assert.Equal("ramp:200@1m,hold:200@8m,spike:400@30s,hold:200@1m", LoadProfile.Parse(Text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("hold:5m")]
    [InlineData("hold:5")]
    [InlineData("rise:5@1m")]
    [InlineData("0:5@1m")]
    [InlineData("hold:-5@1m")]
    [InlineData("hold:5@0s")]
    [InlineData("hold:0@1m")]
    [InlineData("hold:5@48h")]
    [InlineData("hold:1e9@1m")]
    public void Anything_else_is_refused_with_what_is_allowed(string text) =>
        Assert.Contains(LoadProfile.Forms, Assert.Throws<UsageException>(() => LoadProfile.Parse(text)).Message, StringComparison.Ordinal);
}
