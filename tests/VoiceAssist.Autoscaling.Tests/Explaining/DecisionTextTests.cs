using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Explaining;

public class DecisionTextTests
{
    private static readonly AutoscalerSpec Spec = Samples.Spec(2, 10, Samples.Cpu(50), Samples.ExternalAverage(50_000)) with
    {
        Behavior = new(
            new(0, PolicySelection.Max, [new(PolicyKind.Pods, 1, 60)]),
            new(300, PolicySelection.Min, [new(PolicyKind.Percent, 10, 300), new(PolicyKind.Pods, 1, 300)])),
    };

    [Fact]
    public void Growth_is_told_step_by_step()
    {
        var pods = Samples.Pods(3);
        pods[2] = pods[2] with { Phase = PodPhase.Pending };
        var decision = new Reconciler().Reconcile(Spec, new(), Samples.Seen(3, pods, Samples.PerPod(1000, 1000, null), MetricObservation.OfValues(60_000)));
        Assert.Equal(
            """
            test/target: 3 replicas asked for, 3 exist, bounds 2 to 10.
            Metric cpu: 100 % of the requests (1 per pod), target 50 %, ratio 2; proposes 1.32 x 3 pods, rounded up = 4. 1 unready: pod-2.
            Metric external metric depth: 20 per pod, target 50 per pod, ratio 0.4; proposes total / target, rounded up = 2.
            Largest proposal: 4, from cpu.
            Stabilization: windows of 0 s (up) and 300 s (down) allow 4 to 4; 4 passes.
            Policy 1 pod per 60 s: 3 at the start of the period (now, less 0 added, plus 0 removed) allows 4.
            Policies together (Max): 4; bounds 2 to 10.
            Result: 3 becomes 4.
            """.ReplaceLineEndings("\n"),
            decision.Explain());
    }

    [Fact]
    public void A_reduction_held_back_names_the_window()
    {
        var decision = new Reconciler().Reconcile(Spec, new(), Samples.Seen(5, Samples.Pods(5), Samples.PerPod(0, 0, 0, 0, 0), MetricObservation.OfValues(0)));
        Assert.Contains(
            "Stabilization: windows of 0 s (up) and 300 s (down) allow 0 to 5; 0 becomes 5 (stay). ScaleDownStabilized: a higher number was recommended",
            decision.Explain(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_names_its_reason_and_every_policy()
    {
        var state = new AutoscalerState();
        state.History.Restore([], [], []);
        var text = new Reconciler().Reconcile(Spec, state, Samples.Seen(5, Samples.Pods(5), Samples.PerPod(0, 0, 0, 0, 0), MetricObservation.OfValues(0))).Explain();
        Assert.Contains("Policy 10 % per 300 s: 5 at the start of the period (now, less 0 added, plus 0 removed) allows 4.", text, StringComparison.Ordinal);
        Assert.Contains("Limited from 0 to 4. ScaleDownLimit", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blocked_reduction_names_the_failed_metric()
    {
        var text = new Reconciler().Reconcile(Spec, new(), Samples.Seen(5, Samples.Pods(5), Samples.PerPod(0, 0, 0, 0, 0), MetricObservation.Failed("adapter down"))).Explain();
        Assert.Contains("Metric external metric depth: failed, adapter down.", text, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is done: adapter down; scaling down to 0 needs every metric.", text, StringComparison.Ordinal);
    }
}
