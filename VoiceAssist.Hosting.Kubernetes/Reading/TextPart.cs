namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>A part of a value: text, or something that only the cluster knows.</summary>
internal abstract record TextPart
{
    /// <summary>Text as the program is to see it.</summary>
    internal sealed record Literal(string Text) : TextPart;

    /// <summary>A key of the app's Secret; given when the parameter has no default that a program could make up.</summary>
    internal sealed record Secret(string Key, bool IsGiven) : TextPart;

    /// <summary>A key of the environment's ConfigMap.</summary>
    internal sealed record Setting(string Key) : TextPart;
}
