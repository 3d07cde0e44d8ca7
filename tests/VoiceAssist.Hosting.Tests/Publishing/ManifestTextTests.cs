using System.Text;
using Aspire.Hosting.ApplicationModel;
using CsCheck;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>What a manifest does to text: nothing that a JSON parser does not undo.</summary>
public class ManifestTextTests
{
    private static readonly Gen<string> Braces = Gen.Char["{}ab \"\\\n"].Array[0, 12].Select(c => new string(c));

    private static readonly Gen<string> Texts = Gen.OneOf(Braces, Gen.String.Where(IsWellFormed));

    [Fact]
    public async Task Any_text_in_a_variable_survives() => await Texts.SampleAsync(
        async text => Assert.Equal(text, await VariableAsync(text)), iter: 200);

    [Fact]
    public async Task Any_text_in_an_argument_survives() => await Texts.SampleAsync(
        async text => Assert.Equal(text, (string?)(await Manifest.EntryAsync(App().Args(text)))["args"]![0]), iter: 200);

    // A doubled brace in an interpolated string means a single one, as it does in C#: the ambiguity that Aspire has too.
    [Fact]
    public async Task Any_text_without_doubled_braces_beside_a_reference_survives() => await Texts.Where(t => !HasDoubledBrace(t)).SampleAsync(
        async text => Assert.Equal(text + "{p.value}" + text, await VariableAsync(ReferenceExpression.Create($"{text}{Parameter}{text}"))), iter: 200);

    [Theory]
    [InlineData("{abc} {{d}}", "{abc} {{d}}")]
    [InlineData("{p.value}", "{p.value}")]
    public async Task Braces_in_plain_text_stay_as_they_are(string given, string expected) => Assert.Equal(expected, await VariableAsync(given));

    [Theory]
    [InlineData("{b}", "{b}")]
    [InlineData("{{b}}", "{b}")]
    [InlineData("{{{b", "{{b")]
    public async Task Doubled_braces_in_an_interpolated_string_are_single_ones(string given, string expected) =>
        Assert.Equal(expected, await VariableAsync(ReferenceExpression.Create($"{given}")));

    private static ParameterResource Parameter { get; } = new("p", static _ => "");

    private static ContainerResource App() => new ContainerResource("app").Image("x", "1");

    private static async Task<string?> VariableAsync(object value) => (string?)(await Manifest.EntriesAsync(App().Env("V", value)))["app"]!["env"]!["V"];

    private static bool HasDoubledBrace(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal);

    /// <summary>JSON has no way to write half of a surrogate pair.</summary>
    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);
}
