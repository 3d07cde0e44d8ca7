using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Cli.Nodes;

namespace VoiceAssist.Cli.Plan;

/// <summary>A size of node with the number that an environment needs of it.</summary>
/// <param name="Node">The size.</param>
/// <param name="Plan">The numbers; null where a pod is larger than such a node.</param>
/// <param name="TooSmall">Why there is no plan.</param>
internal sealed record PlannedNodes(GivenNode Node, ClusterPlan? Plan, string? TooSmall)
{
    public static PlannedNodes Of(CapacityReport capacity, GivenNode node, int spareNodes)
    {
        try
        {
            return new(node, Planner.Plan(capacity, node.Shape, node.Prices, spareNodes), null);
        }
        catch (ArgumentException tooLarge)
        {
            return new(node, null, tooLarge.Message.Split('\n', '(')[0].TrimEnd());
        }
    }
}
