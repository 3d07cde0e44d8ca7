using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Published;

/// <summary>What a pod requests and may use, summed over its containers.</summary>
internal static class PodAmounts
{
    /// <summary>The sum of <c>requests</c> or <c>limits</c>; what a container does not say counts as nothing.</summary>
    public static ResourceAmounts Of(JsonNode? podSpec, string which)
    {
        // Init containers that restart run as long as the others.
        var containers = (podSpec?["containers"] as JsonArray ?? []).Concat((podSpec?["initContainers"] as JsonArray ?? []).Where(c => (string?)c?["restartPolicy"] == "Always"));
        return containers.Select(c => c?["resources"]?[which]).Aggregate(ResourceAmounts.Zero, (sum, given) => sum + new ResourceAmounts(
            Cpu.TryParse(given?["cpu"]?.ToString(), out var cpu) ? cpu : Cpu.Zero,
            Memory.TryParse(given?["memory"]?.ToString(), out var memory) ? memory : Memory.Zero));
    }
}
