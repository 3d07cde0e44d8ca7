using System.Buffers.Binary;
using System.Text.Json;
using System.Xml.Linq;

namespace VoiceAssist.Cli.Tests.Simulate;

public sealed class SimulateCommandTests : IDisposable
{
    private const string Step = "step:10->200@5m..15m";
    private static readonly string Manifest = Path.Combine(AppContext.BaseDirectory, "scaled.yaml");
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-cli").FullName;

    [Fact]
    public async Task The_summary_tells_reactions_replicas_and_verdict()
    {
        var (code, output, error) = await Simulate("--load", Step);
        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"Reaction up: \w+ until the first added pod was Ready", output);
        Assert.Matches(@"Reaction down: \w+ until the first pod was told to stop", output);
        Assert.Contains("Replicas: 2 at the start, ", output, StringComparison.Ordinal);
        Assert.Matches(@"\n +5m\w+ +2 -> \d+ +cpu", output);
        Assert.Contains("Verdict: met", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_beyond_the_maximum_ends_with_1()
    {
        var (code, output, _) = await Simulate("--load", "step:10->5000@5m");
        Assert.Equal(1, code);
        Assert.Contains("MISSED: unserved", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_same_for_the_same_seed_and_differs_for_another()
    {
        var first = await Simulate("--load", Step, "--seed", "7", "--json");
        var again = await Simulate("--load", Step, "--seed", "7", "--json");
        var other = await Simulate("--load", Step, "--seed", "8", "--json");
        Assert.Equal(first, again);
        Assert.NotEqual(first.Output, other.Output);
        using var json = JsonDocument.Parse(first.Output);
        Assert.True(json.RootElement.GetProperty("verdict").GetProperty("isMet").GetBoolean());
        Assert.True(json.RootElement.GetProperty("reactionUpSeconds").GetDouble() > 0);
        Assert.Equal(2, json.RootElement.GetProperty("points")[0].GetProperty("wanted").GetInt32());
    }

    [Fact]
    public async Task An_svg_is_well_formed_and_names_its_axes()
    {
        var path = Path.Combine(_folder, "run.svg");
        var (code, _, error) = await Simulate("--load", Step, "--picture", path);
        Assert.Equal((0, ""), (code, error));
        var text = string.Join('\n', XDocument.Load(path).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.All(["requests/s", "% of target", "replicas", "minutes"], title => Assert.Contains(title, text, StringComparison.Ordinal));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_png_has_its_signature_and_the_width_for_a_phone()
    {
        var path = Path.Combine(_folder, "run.png");
        await File.WriteAllTextAsync(path, "an older picture");
        await Simulate("--load", Step, "--picture", path);
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        Assert.Equal(720, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("nowhere.yaml", "shop-hpa", Step, "30m", null, "nowhere.yaml")]
    [InlineData(null, "shop", Step, "30m", null, "there are shop-hpa, orphan-hpa")]
    [InlineData(null, "orphan-hpa", Step, "30m", null, "scales Deployment 'gone'")]
    [InlineData(null, "shop-hpa", "lots", "30m", null, "allowed are constant:50, step:")]
    [InlineData(null, "shop-hpa", "step:1->2@soon", "30m", null, "'soon' where a time")]
    [InlineData(null, "shop-hpa", "step:1->2@40m", "30m", null, "within the 30m")]
    [InlineData(null, "shop-hpa", "ramp:1->2@5m", "30m", null, "without an end")]
    [InlineData(null, "shop-hpa", Step, "long", null, "--for: 'long'")]
    [InlineData(null, "shop-hpa", Step, "30m", "run.gif", ".svg or .png")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_allowed(string? file, string name, string load, string time, string? picture, string expected)
    {
        string[] drawn = picture is null ? [] : ["--picture", Path.Combine(_folder, picture)];
        var (code, output, error) = await Run(["simulate", file ?? Manifest, "--autoscaler", name, "--load", load, "--for", time, .. drawn]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_option_ends_with_2()
    {
        var (code, _, error) = await Run(["simulate", Manifest]);
        Assert.Equal(2, code);
        Assert.Contains("--load", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_examples()
    {
        var (code, output, _) = await Run(["simulate", "--help"]);
        Assert.Equal(0, code);
        Assert.Contains("voiceassist simulate prod.yaml --autoscaler", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130()
    {
        var (code, _, _) = await Run(["simulate", Manifest, "--autoscaler", "shop-hpa", "--load", Step], new CancellationToken(canceled: true));
        Assert.Equal(130, code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<(int Code, string Output, string Error)> Simulate(params string[] options) =>
        Run(["simulate", Manifest, "--autoscaler", "shop-hpa", .. options]);

    private static async Task<(int Code, string Output, string Error)> Run(string[] args, CancellationToken cancel = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error, cancel);
        return (code, output.ToString(), error.ToString());
    }
}
