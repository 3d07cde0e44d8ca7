using VoiceAssist.Autoscaling.Advising;
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

    // Requests are advised on recorded usage ('recommend'); that of a simulation is an assumption of ours.
    private static readonly AdviceKind[] OfUsage = [AdviceKind.Requests, AdviceKind.Target, AdviceKind.NotEnoughData];

    public static IReadOnlyList<Advice> Of(ScaledDeployment deployment, TimeSpan? scrapeInterval, int seed)
    {
        var model = SimulatedWorkload.Model(deployment, DayOf(deployment), Day, scrapeInterval) with { RecordEvery = TimeSpan.FromMinutes(1) };
        var run = SimulateCommand.Simulate(model, seed);
        return [.. Advisor.Advise(run, model.Pipeline, model.Controller).Where(a => !OfUsage.Contains(a.Kind))];
    }

    private static DailyCycleLoad DayOf(ScaledDeployment deployment)
    {
        var most = deployment.Autoscaler.Spec.MaxReplicas * SimulatedWorkload.RatePerPod(deployment);
        return new(most * NightShare, most * PeakShare);
    }
}
