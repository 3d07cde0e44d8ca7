using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Autoscaling.Tests.Environments;

namespace VoiceAssist.Autoscaling.Tests.Planning;

public class PlannerTests
{
    private static readonly NodeShape Node = new()
    {
        Name = "n8",
        Capacity = ResourceAmounts.Parse("8", "32Gi"),
        Reserved = ResourceAmounts.Parse("100m", "1Gi"),
        DaemonRequests = ResourceAmounts.Parse("300m", "512Mi"),
        DaemonPods = 4,
    };

    private static readonly CapacityReport Prod = CapacityFunction.Of(VoiceAssistEnvironments.Prod.Workloads);

    [Fact]
    public void What_system_and_daemons_need_is_not_available_to_workloads()
    {
        Assert.Equal(ResourceAmounts.Parse("7600m", "31232Mi"), Node.Available);
        Assert.Equal(106, Node.AvailablePods);
    }

    [Fact]
    public void Production_needs_one_node_idle_and_four_at_its_peak()
    {
        var plan = Planner.Plan(Prod, Node);
        Assert.Equal(1, plan.Idle.Nodes);
        Assert.Equal(4, plan.Peak.Nodes);
        Assert.Equal(4, plan.Peak.FewestPossible);
        Assert.True(plan.Ceiling.Nodes > plan.Peak.Nodes);
    }

    [Fact]
    public void Every_pod_is_placed_and_no_node_is_overfull()
    {
        var peak = Planner.Plan(Prod, Node).Peak;
        Assert.Equal(Prod.Total.Peak.Pods, peak.Packed.Sum(n => n.Pods.Values.Sum()));
        Assert.All(peak.Packed, n => Assert.True(n.Used.FitsInto(Node.Available)));
        Assert.Equal(Prod.Total.Peak.Requests, peak.Used);
    }

    [Fact]
    public void A_node_holds_no_more_pods_than_the_kubelet_allows()
    {
        var small = Node with { MaxPods = 6 };
        var packed = BinPacking.Pack(small, [new("tiny", 5, ResourceAmounts.Parse("1m", "1Mi"))]);
        Assert.Equal([2, 2, 1], packed.Select(n => n.Pods["tiny"]));
    }

    [Fact]
    public void Cost_is_the_users_price_for_all_nodes_for_a_month()
    {
        var prices = new PriceTable("EUR", new Dictionary<string, decimal> { ["n8"] = 0.25m });
        Assert.Equal(0.25m * 5 * 730, Planner.Plan(Prod, Node, prices, spareNodes: 1).Peak.MonthlyCost);
    }

    [Fact]
    public void A_node_without_a_price_is_named() => Assert.Contains(
        "n8",
        Assert.Throws<KeyNotFoundException>(() => Planner.Plan(Prod, Node, new("EUR", new Dictionary<string, decimal>()))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Headroom_counts_spare_nodes()
    {
        var plan = Planner.Plan(Prod, Node, spareNodes: 1).Idle;
        Assert.Equal(2, plan.Nodes);
        Assert.Equal(1 - (7.5 / 15.2), plan.CpuHeadroom, 10);
    }

    [Fact]
    public void A_pod_larger_than_a_node_is_an_error_that_names_it() => Assert.Contains(
        "voiceassist-postgres",
        Assert.Throws<ArgumentException>(() => Planner.Plan(Prod, Node with { Capacity = ResourceAmounts.Parse("2", "8Gi") })).Message,
        StringComparison.Ordinal);
}
