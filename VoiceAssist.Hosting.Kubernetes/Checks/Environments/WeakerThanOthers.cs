using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Environments;

/// <summary>The strictest environment against every other one, figure by figure.</summary>
internal sealed class WeakerThanOthers : IPlanCheck
{
    public CheckDescription Description { get; } = new("VAK901", Severity.Warning, "Production is weaker than another environment")
    {
        Why = "What was tested with more than production has was not tested for production; most often an environment overrides a base that was raised later. "
            + "Production is the environment named `prod` or `production`, otherwise the last one that the app host publishes.",
        Do = "Raise the figure there, lower it elsewhere, or suppress the warning for an environment that is larger on purpose.",
        Sample = "api.WithResources(r => r.Cpu(\"500m\", \"2\").In(\"prod\", p => p.Cpu(\"750m\", \"3\")));",
    };

    public IEnumerable<Finding> Run(IReadOnlyList<EnvironmentPlan> plans)
    {
        if (plans.FirstOrDefault(StrictestEnvironment.Is) is not { } strictest)
        {
            return [];
        }

        var own = Strength.Of(strictest).GroupBy(s => (s.Workload, s.Figure)).ToDictionary(g => g.Key, g => g.First());
        return
            from other in plans
            where other != strictest && other.Context.Environment is not null
            from theirs in Strength.Of(other)
            where PodTemplate.Of(strictest).Any(p => p.Name == theirs.Workload)
            let ours = own.GetValueOrDefault((theirs.Workload, theirs.Figure))
            where ours is null || ours.Amount < theirs.Amount
            let pods = PodTemplate.Of(strictest).First(p => p.Name == theirs.Workload)
            select new Finding(
                Description,
                strictest.Context.ToString(),
                pods.Planned.ToString(),
                Place(strictest, theirs) ?? pods.Planned.At,
                $"{theirs.Figure}: {ours?.Text ?? "none"}, {other.Context} has {theirs.Text}");
    }

    private static SourceLocation? Place(EnvironmentPlan plan, Strength strength) => strength.Figure switch
    {
        "fewest replicas" or "most replicas" => plan.Workload(strength.Workload)?.Scaling?.ReplicaBounds?.At ?? plan.Place<WorkloadPolicy>(strength.Workload),
        "pods that stay up in a drain" => plan.Place<DisruptionBudgetPolicy>(strength.Workload),
        _ => plan.PlaceOfResources(strength.Workload),
    };
}
