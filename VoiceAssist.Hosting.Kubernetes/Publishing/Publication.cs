using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Aspirate;
using VoiceAssist.Hosting.Kubernetes.Checks;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>The plans of an app model, and which of them a command is about.</summary>
/// <param name="Plans">The base, then the environments.</param>
/// <param name="Target">The environments chosen.</param>
/// <param name="Base">The base of aspirate's on which overlays are published; null: the tree has its own.</param>
internal sealed record Publication(IReadOnlyList<EnvironmentPlan> Plans, PublishTarget Target, AspirateBase? Base = null)
{
    public IReadOnlyList<string> EnvironmentNames => [.. Plans.Skip(1).Select(p => p.Context.Environment!)];

    /// <summary>The plans of the environments chosen.</summary>
    public IEnumerable<EnvironmentPlan> Targeted => Plans.Skip(1).Where(p => Target.Environment is null || p.Context.Environment == Target.Environment);

    /// <summary>Reads and plans the app model.</summary>
    /// <exception cref="DistributedApplicationException">The model cannot be published, the target is unknown, or the base is not aspirate's.</exception>
    public static async Task<Publication> PlanAsync(PipelineStepContext step)
    {
        var contexts = await new ModelReader(step.Model, step.ExecutionContext).ReadAsync(step.CancellationToken).ConfigureAwait(false);
        var names = contexts.Skip(1).Select(c => c.Environment!).ToArray();
        var configuration = step.Services.GetRequiredService<IConfiguration>();
        var target = PublishTarget.Parse(configuration[PublishTarget.Key], names);
        var planner = new EnvironmentPlanner(Planners.All);
        if (configuration[AspirateBase.Key] is not { Length: > 0 } directory)
        {
            return new([.. contexts.Select(planner.Plan)], target);
        }

        var @base = AspirateReader.Read(directory, [.. contexts[0].Workloads.Select(w => w.Name)]);
        return new([.. contexts.Select(OnAspirate).Select(planner.Plan)], target, @base);
    }

    /// <summary>The files of the tree.</summary>
    /// <param name="directory">Where it is written.</param>
    /// <exception cref="DistributedApplicationException">The tree cannot stand there on its base.</exception>
    public IReadOnlyDictionary<string, string> Files(string directory) => PublishedTree.Of(Plans, Base?.Under(directory))
        .Where(f => Target.Includes(f.Key, EnvironmentNames))
        .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    /// <summary>The environment with the labels of a base of aspirate's.</summary>
    public static EnvironmentContext OnAspirate(EnvironmentContext context) =>
        context with { Workloads = [.. context.Workloads.Select(w => w with { SelectorLabel = AspirateBase.SelectorLabel })] };

    /// <summary>What the checks found; what belongs to the cluster rather than to the app is not their concern.</summary>
    public CheckReport Check() => CheckRunner.Run([.. Plans.Select(p => p.OfTheApp)]);
}
