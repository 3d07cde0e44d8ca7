using CsCheck;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

public class YamlWriterTests
{
    [Fact]
    public void What_a_thing_is_comes_first_and_the_rest_in_natural_order()
    {
        var node = new MapNode
        {
            { "spec", new MapNode { { "b10", "x" }, { "b2", "x" }, { "name", "m" } } },
            { "metadata", new MapNode { { "labels", new MapNode { { "a", "b" } } }, { "annotations", new MapNode { { "c", "d" } } }, { "namespace", "ns" }, { "name", "m" } } },
            { "kind", "K" },
            { "apiVersion", "v1" },
        };

        Assert.Equal(
            "apiVersion: v1\nkind: K\nmetadata:\n  name: m\n  namespace: ns\n  labels:\n    a: b\n  annotations:\n    c: d\nspec:\n  name: m\n  b2: x\n  b10: x\n",
            YamlWriter.Write([node], YamlStyle.Readable));
    }

    [Fact]
    public void Comments_stand_over_entries_items_and_documents()
    {
        var node = new MapNode
        {
            { "list", new ListNode([new MapNode { { "name", new ScalarNode(ScalarKind.Text, "a") { Comment = "first key" } } }, (ScalarNode)"b"]) { Comment = "list\nof two" } },
            { "map", new MapNode { { "key", new ScalarNode(ScalarKind.Number, "5") { Comment = "five" } } } },
        };
        node.Comment = "document";

        Assert.Equal(
            "# document\n# list\n# of two\nlist:\n# first key\n- name: a\n- b\nmap:\n  # five\n  key: 5\n",
            YamlWriter.Write([node], YamlStyle.Readable));
    }

    [Fact]
    public void Empty_maps_and_lists_stay_what_they_are() =>
        Assert.Equal("a: {}\nb: []\nc:\n- {}\n", YamlWriter.Write([new MapNode { { "a", new MapNode() }, { "b", new ListNode([]) }, { "c", new ListNode([new MapNode()]) } }], YamlStyle.Readable));

    [Theory]
    [InlineData("Off", "\"Off\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("", "\"\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("1.5", "\"1.5\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("017", "\"017\"")]
    [InlineData("0o17", "\"0o17\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("1:20", "\"1:20\"")]
    [InlineData("2020-01-01", "\"2020-01-01\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("500m", "500m")]
    [InlineData("1.5Gi", "1.5Gi")]
    [InlineData("15s", "15s")]
    [InlineData("25%", "25%")]
    [InlineData("--maxmemory", "--maxmemory")]
    [InlineData("$(REDIS_PASSWORD)", "$(REDIS_PASSWORD)")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("it's", "it's")]
    [InlineData(" x", "' x'")]
    [InlineData("-", "'-'")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("a\nb", "|-\n  a\n  b")]
    [InlineData("a\n\nb\n", "|\n  a\n\n  b")]
    public void A_text_that_could_be_taken_for_something_else_is_quoted(string text, string written) =>
        Assert.Equal($"key: {written}\n", YamlWriter.Write([new MapNode { { "key", text } }], YamlStyle.Readable));

    [Fact]
    public void Kustomize_folds_long_lines_at_the_first_space_behind_column_80() => Assert.Equal(
        "metadata:\n  annotations:\n    long: this is a very long annotation text that goes on and on beyond eighty columns\n      and has no colon in it\n",
        YamlWriter.Write(
            [new MapNode { { "metadata", new MapNode { { "annotations", new MapNode { { "long", "this is a very long annotation text that goes on and on beyond eighty columns and has no colon in it" } } } } } }],
            YamlStyle.Kustomize));

    [Fact]
    public void Every_text_reads_back_as_it_was_in_both_styles() => Texts.Sample(
        text =>
        {
            foreach (var style in new[] { YamlStyle.Readable, YamlStyle.Kustomize })
            {
                var node = new MapNode { { "key", text }, { "list", new ListNode([(ScalarNode)text, new MapNode { { "name", text } }]) } };
                var written = YamlWriter.Write([node], style);
                var read = Assert.Single(YamlReader.Read(written));
                Assert.True(Node.Same(node, read), written);
                Yaml11.AssertOnlyTexts(written);
            }
        },
        iter: 20_000);

    [Fact]
    public void Every_key_reads_back_as_it_was() => Texts.Where(t => t.Length is > 0 and < 100).Sample(
        key =>
        {
            var node = new MapNode { { "outer", new MapNode { { key, "value" } } } };
            var written = YamlWriter.Write([node], YamlStyle.Readable);
            Assert.True(Node.Same(node, Assert.Single(YamlReader.Read(written))), written);
            Yaml11.AssertOnlyTexts(written);
        },
        iter: 5_000);

    private static readonly string[] Pieces =
    [
        "a", "b c", " ", "  ", "\n", "\n\n", ": ", ":", "#", " #", "-", "- ", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "=",
        "0", "1", "9", ".", "_", "+", "e", "x", "o", "T", "Z", "yes", "no", "on", "Off", "true", "null", "~", "2020-01-01", "1:20", "<<", "---", "...", "\t", "\r", "\u00e4", "\u2192", "\U0001F600", "\u0007",
        "a rather long piece of text to get beyond the width", "$(NAME)",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(i => string.Concat(i.Select(p => Pieces[p]))),
        Gen.String[Gen.Char[' ', '~'], 0, 30],
        Gen.String[Gen.Char['0', ':'], 1, 6]);
}
