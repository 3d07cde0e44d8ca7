using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>JSON merge patch (RFC 7386).</summary>
internal static class MergePatch
{
    public static void Into(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject below)
            {
                if (target[name] is not JsonObject there)
                {
                    target[name] = there = [];
                }

                Into(there, below);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
