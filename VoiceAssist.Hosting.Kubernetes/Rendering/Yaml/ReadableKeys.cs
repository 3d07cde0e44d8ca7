namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>
/// The order of keys in files that people read: what a thing is (<c>apiVersion</c>, <c>kind</c>, <c>metadata</c>, <c>name</c>, ...), what it is about
/// (target, bounds, metrics, resources), then as <see cref="NaturalKeys"/>.
/// </summary>
internal sealed class ReadableKeys : IComparer<string>
{
    private static readonly string[] Order =
    [
        "$patch", "apiVersion", "kind", "metadata", "op", "name", "namespace", "type", "image", "labels", "annotations",
        "scaleTargetRef", "target", "minReplicas", "maxReplicas", "metrics", "resources", "components", "requests",
    ];

    private static readonly Dictionary<string, int> First = Order.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);

    public static ReadableKeys Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byRank = Rank(x).CompareTo(Rank(y));
        return byRank != 0 ? byRank : NaturalKeys.Comparer.Compare(x, y);
    }

    private static int Rank(string key) => First.GetValueOrDefault(key, First.Count);
}
