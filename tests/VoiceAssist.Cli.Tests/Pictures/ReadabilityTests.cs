using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Pictures;

/// <summary>What makes a picture readable on a phone, measured in the SVG that is written.</summary>
public sealed class ReadabilityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-pictures").FullName;

    [Theory]
    [InlineData("simulate prod --workload server --load step:60->500@5m..20m --for 70m")]
    [InlineData("simulate prod --workload worker --load step:0.4->8@5m..9m --for 60m")]
    [InlineData("simulate dev --workload worker --load step:0.4->8@5m..9m --for 60m")]
    [InlineData("simulate staging --workload server --load constant:3000 --for 10m")]
    [InlineData("what-if prod --workload worker --load step:0.4->8@5m..9m --for 60m --set maxReplicas=9 --set minReplicas=8")]
    [InlineData("advise prod")]
    [InlineData("plan prod")]
    [InlineData("plan prod --node 8cpu/32Gi --spare-nodes 1")]
    [InlineData("plan dev --node 2cpu/8Gi --node-reserved 0%")]
    public async Task Type_is_ten_pixels_high_on_a_phone_and_no_two_texts_touch(string command)
    {
        var path = Path.Combine(_folder, "picture.svg");
        await using var cluster = await Clusters.BareAsync();
        var run = await CliRun.OnAsync(cluster, $"{command} --picture {path}");
        Assert.Equal("", run.Error);
        var texts = SvgText.Read(path);
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.True(t.FontSize * 360 / PictureStyle.Width >= 10, t.ToString()));
        Assert.All(texts, t => Assert.InRange(t.Left, 0, PictureStyle.Width));
        Assert.All(texts, t => Assert.InRange(t.Right, 0, PictureStyle.Width));
        var upright = texts.Where(t => !t.IsTurned).ToList();
        Assert.All(upright.SelectMany((a, i) => upright.Skip(i + 1).Select(b => (A: a, B: b))), pair => Assert.False(pair.A.Touches(pair.B), $"'{pair.A.Text}' and '{pair.B.Text}'"));
    }

    [Fact]
    public async Task An_svg_holds_everything_once()
    {
        var path = Path.Combine(_folder, "once.svg");
        await using var cluster = await Clusters.BareAsync();
        await CliRun.OnAsync(cluster, $"simulate prod --workload server --load constant:60 --for 10m --picture {path}");
        Assert.Single(System.Xml.Linq.XDocument.Load(path).Descendants(), e => e.Name.LocalName == "text" && e.Value.Trim() == "wanted");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
