namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>A list.</summary>
internal sealed class ListNode(IEnumerable<Node> items) : Node
{
    public List<Node> Items { get; } = [.. items];

    public static ListNode Of(IEnumerable<string> texts) => new(texts.Select(t => (ScalarNode)t));

    public override Node Copy() => new ListNode(Items.Select(i => i.Copy())) { Comment = Comment };

    public override string ToString() => $"[{string.Join(", ", Items)}]";
}
