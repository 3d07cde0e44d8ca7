namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>A part of a document: a map, a list or a scalar. Two nodes are equal when a Kubernetes client would read the same.</summary>
internal abstract class Node
{
    /// <summary>The comment over it; plays no part in comparisons.</summary>
    public string? Comment { get; set; }

    /// <summary>Whether both read the same, whatever the order of keys and the comments.</summary>
    public static bool Same(Node? left, Node? right) => (left, right) switch
    {
        (null, null) => true,
        (ScalarNode a, ScalarNode b) => a.Kind == b.Kind && a.Text == b.Text,
        (ListNode a, ListNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => Same(p.First, p.Second)),
        (MapNode a, MapNode b) => a.Count == b.Count && a.All(e => Same(e.Value, b[e.Key])),
        _ => false,
    };

    /// <summary>A copy that can be changed without changing this one.</summary>
    public abstract Node Copy();
}
