using System.Globalization;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>A text, number, truth value or null.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">The text; numbers and truth values as JSON writes them.</param>
internal sealed class ScalarNode(ScalarKind kind, string text) : Node
{
    public static ScalarNode Null => new(ScalarKind.Null, "null");

    public ScalarKind Kind { get; } = kind;

    public string Text { get; } = text;

    public static implicit operator ScalarNode(string text) => new(ScalarKind.Text, text);

    public static ScalarNode Of(bool value) => new(ScalarKind.Boolean, value ? "true" : "false");

    public static ScalarNode Of(int value) => new(ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture));

    public override Node Copy() => new ScalarNode(Kind, Text) { Comment = Comment };

    public override string ToString() => Text;
}
