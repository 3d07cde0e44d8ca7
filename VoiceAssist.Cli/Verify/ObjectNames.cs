using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.Verify;

/// <summary>How a check names what it looked at: <c>Deployment voiceassist-server</c>.</summary>
internal readonly record struct ObjectNames(string Text)
{
    public static implicit operator ObjectNames(JsonObject document) => new(ObjectRef.Of(document).ToString());

    public static implicit operator ObjectNames(string text) => new(text);
}
