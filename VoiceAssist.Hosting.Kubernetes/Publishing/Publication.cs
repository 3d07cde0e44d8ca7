using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Checks;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>The plans of an app model, and which of them a command is about.</summary>
/// <param name="Plans">The base, then the environments.</param>
/// <param name="Target">The environments chosen.</param>
internal sealed record Publication(IReadOnlyList<EnvironmentPlan> Plans, PublishTarget Target)
{
    public IReadOnlyList<string> EnvironmentNames => [.. Plans.Skip(1).Select(p => p.Context.Environment!)];

    /// <summary>The plans of the environments chosen.</summary>
    public IEnumerable<EnvironmentPlan> Targeted => Plans.Skip(1).Where(p => Target.Environment is null || p.Context.Environment == Target.Environment);

    /// <summary>Reads and plans the app model.</summary>
    /// <exception cref="DistributedApplicationException">The model cannot be published, or the target is unknown.</exception>
    public static async Task<Publication> PlanAsync(PipelineStepContext step)
    {
        var contexts = await new ModelReader(step.Model, step.ExecutionContext).ReadAsync(step.CancellationToken).ConfigureAwait(false);
        var names = contexts.Skip(1).Select(c => c.Environment!).ToArray();
        var target = PublishTarget.Parse(step.Services.GetRequiredService<IConfiguration>()[PublishTarget.Key], names);
        var planner = new EnvironmentPlanner(Planners.All);
        return new([.. contexts.Select(planner.Plan)], target);
    }

    /// <summary>What the checks found; what belongs to the cluster rather than to the app is not their concern.</summary>
    public CheckReport Check() => CheckRunner.Run([.. Plans.Select(p => p.OfTheApp)]);
}
