namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>How a document is laid out.</summary>
/// <param name="Keys">The order of keys.</param>
/// <param name="Width">The column from which lines are folded at the next space.</param>
/// <param name="WithComments">Whether comments are printed.</param>
/// <param name="IsCautious">Whether texts are quoted that go-yaml takes as such and other readers do not.</param>
internal sealed record YamlStyle(IComparer<string> Keys, int Width, bool WithComments, bool IsCautious)
{
    /// <summary>For people: comments, never folded.</summary>
    public static YamlStyle Readable { get; } = new(ReadableKeys.Comparer, int.MaxValue, WithComments: true, IsCautious: true);

    /// <summary>As <c>kubectl kustomize</c> prints, to the byte.</summary>
    public static YamlStyle Kustomize { get; } = new(NaturalKeys.Comparer, 80, WithComments: false, IsCautious: false);
}
