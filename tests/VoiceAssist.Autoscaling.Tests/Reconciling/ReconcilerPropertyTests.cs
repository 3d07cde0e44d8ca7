using CsCheck;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Reconciling;

public class ReconcilerPropertyTests
{
    private static readonly Gen<(int Replicas, int Min, int Extra, int Target, long[] Usage, bool Behavior)> Situations =
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 10], Gen.Int[0, 20], Gen.Int[1, 300], Gen.Long[0, 5000].Array[1, 30], Gen.Bool);

    [Fact]
    public void The_result_always_lies_within_the_bounds() => Situations.Sample(s =>
    {
        var desired = Reconcile(s.Replicas, s.Min, s.Min + s.Extra, s.Target, s.Usage, s.Behavior).Desired;
        Assert.InRange(desired, Math.Min(s.Min, desired), s.Min + s.Extra);
        Assert.True(desired >= s.Min || desired == s.Replicas);
    });

    [Fact]
    public void More_load_never_means_fewer_pods_when_all_replicas_exist() => Situations.Sample(s =>
    {
        // With fewer pods than replicas it can: the ratio is multiplied by the pods that exist, while "stay" keeps the replicas.
        s.Replicas = s.Usage.Length;
        var less = Reconcile(s.Replicas, s.Min, s.Min + s.Extra, s.Target, s.Usage, s.Behavior).Desired;
        var more = Reconcile(s.Replicas, s.Min, s.Min + s.Extra, s.Target, [.. s.Usage.Select(u => u * 2)], s.Behavior).Desired;
        Assert.True(more >= less, $"{less} at the load, {more} at twice the load");
    });

    [Fact]
    public void Every_decision_can_be_explained() => Situations.Sample(s =>
        Assert.NotEmpty(Reconcile(s.Replicas, s.Min, s.Min + s.Extra, s.Target, s.Usage, s.Behavior).Explain()));

    private static Decision Reconcile(int replicas, int min, int max, int target, long[] usage, bool behavior)
    {
        var spec = Samples.Spec(min, max, Samples.Cpu(target)) with
        {
            Behavior = behavior ? new Behavior(ScalingRules.DefaultUp, ScalingRules.DefaultDown) : null,
        };
        var state = new AutoscalerState();
        state.History.Restore([], [], []);
        return new Reconciler().Reconcile(spec, state, Samples.Seen(replicas, Samples.Pods(usage.Length), Samples.PerPod([.. usage.Select(u => (long?)u)])));
    }
}
