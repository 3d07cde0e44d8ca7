using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>All advice on one workload of a run.</summary>
public static class Advisor
{
    public static IReadOnlyList<Advice> Advise(WorkloadRun run, MetricPipeline pipeline, ControllerSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (requests, limits) = (run.Model.Capacity.Requests, run.Model.Capacity.Limits);
        var usage = RequestAdvisor.UsageOf(run);
        if (run.Model.Autoscaler is not { } autoscaler)
        {
            return RequestAdvisor.Advise(requests, usage);
        }

        var spec = AutoscalerSpec.From(autoscaler);
        return
        [
            .. TargetAdvisor.Unreachable(spec, requests, limits, settings),
            .. TargetAdvisor.FromRun(run, settings),
            .. DelayAdvisor.Advise(spec, pipeline, settings),
            .. PolicyAdvisor.Advise(spec),
            .. PolicyUseAdvisor.FromRun(run),
            .. RequestAdvisor.Advise(requests, usage, Target(spec, "cpu"), Target(spec, "memory")),
        ];
    }

    private static int? Target(AutoscalerSpec spec, string resource) =>
        (int?)spec.Metrics.FirstOrDefault(m => m.Kind == MetricSourceKind.Resource && m.Name == resource && m.Target.Kind == TargetKind.Utilization)?.Target.Amount;
}
