using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>What is published of <see cref="SampleModel"/>.</summary>
internal static class SampleTree
{
    /// <summary>The plans: the base, then dev and prod.</summary>
    public static async Task<IReadOnlyList<EnvironmentPlan>> PlanAsync(Action<Sample>? more = null, Action<ClusterPolicy>? cluster = null)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = ["--operation", "publish", "--step", "publish"], DisableDashboard = true });
        SampleModel.Build(builder, more);
        builder.AddKubernetesManifests("shop", c =>
        {
            SampleModel.Cluster(c);
            cluster?.Invoke(c);
        });
        await using var app = builder.Build();
        var contexts = await new ModelReader(app.Services.GetRequiredService<DistributedApplicationModel>(), builder.ExecutionContext).ReadAsync(TestContext.Current.CancellationToken);
        return [.. contexts.Select(new EnvironmentPlanner(Planners.All).Plan)];
    }

    /// <summary>The files of the tree.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RenderAsync(Action<Sample>? more = null, Action<ClusterPolicy>? cluster = null) =>
        PublishedTree.Of(await PlanAsync(more, cluster));
}
