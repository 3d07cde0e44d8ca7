using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>The nodes of a simulation.</summary>
/// <param name="Shape">Their size.</param>
/// <param name="Count">How many.</param>
public sealed record NodePool(NodeShape Shape, int Count)
{
    /// <summary>One node that is never the bottleneck.</summary>
    public static NodePool Unlimited { get; } = new(
        new() { Name = "unlimited", Capacity = ResourceAmounts.Parse("1000000", "1Pi"), MaxPods = 1_000_000 },
        1);
}
