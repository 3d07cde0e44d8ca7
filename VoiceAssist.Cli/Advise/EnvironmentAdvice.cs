using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Workloads;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.Advise;

/// <summary>Advice on one autoscaler, from its policies and a simulated day.</summary>
internal static class EnvironmentAdvice
{
    // A day that needs most of what the autoscaler may use, and little at night.
    private const double NightShare = 0.15;
    private const double PeakShare = 0.7;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    // Requests are advised on recorded usage; that of a simulation is an assumption of ours.
    private static readonly AdviceKind[] OfUsage = [AdviceKind.Requests, AdviceKind.Target, AdviceKind.NotEnoughData];

    public static AdvisedAutoscaler Of(ScaledDeployment deployment, TimeSpan? scrapeInterval, int seed)
    {
        var model = SimulatedWorkload.Model(deployment, DayOf(deployment), Day, scrapeInterval) with { RecordEvery = TimeSpan.FromMinutes(1) };
        var run = SimulateCommand.Simulate(model, seed);
        var advice = Advisor.Advise(run, model.Pipeline, model.Controller).Where(a => !OfUsage.Contains(a.Kind));
        var spec = AutoscalerSpec.From(deployment.Autoscaler);
        return new(
            deployment,
            [.. advice.DistinctBy(a => (a.Kind, a.Subject))],
            [.. spec.Metrics.Select((m, i) => (m.Name, RatiosOf(run, i)))],
            RequestAdvisor.UsageOf(run),
            Tolerance.For(spec.Behavior, model.Controller),
            false);
    }

    private static IReadOnlyList<LoadPoint> RatiosOf(WorkloadRun run, int metric) =>
        [.. run.Points.Where(p => metric < p.Metrics.Count && !p.Metrics[metric].HasFailed).Select(p => new LoadPoint(p.Time, p.Metrics[metric].Ratio))];

    private static DailyCycleLoad DayOf(ScaledDeployment deployment)
    {
        var most = deployment.Autoscaler.Spec.MaxReplicas * SimulatedWorkload.RatePerPod(deployment);
        return new(most * NightShare, most * PeakShare);
    }
}
