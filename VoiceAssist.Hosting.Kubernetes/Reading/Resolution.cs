namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>What became of a value: text, nothing, or something that a cluster cannot compute.</summary>
internal sealed record Resolution
{
    private Resolution(ClusterText? text, string? loss) => (Text, Loss) = (text, loss);

    /// <summary>The value; null: there is none.</summary>
    public ClusterText? Text { get; }

    /// <summary>Why the value cannot be computed; null: it can, or nothing is missed.</summary>
    public string? Loss { get; }

    /// <summary>There is no value, and none is missed.</summary>
    public static Resolution Nothing { get; } = new(null, null);

    public static Resolution Of(ClusterText text) => new(text, null);

    public static Resolution Of(string text) => new(ClusterText.Of(text), null);

    /// <summary>A cluster cannot compute the value.</summary>
    public static Resolution Lost(string because) => new(null, because);
}
