namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>What a scalar is.</summary>
internal enum ScalarKind
{
    Text,
    Number,
    Boolean,
    Null,
}
