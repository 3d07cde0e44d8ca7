using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Checks;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>What a publish of an app model writes, in memory.</summary>
/// <param name="Plans">The base, then the environments.</param>
internal sealed record AppTree(IReadOnlyList<EnvironmentPlan> Plans)
{
    /// <summary>Relative path to text.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = PublishedTree.Of(Plans);

    public CheckReport Check() => new Publication(Plans, new PublishTarget((string?)null)).Check();

    /// <summary>Reads and plans an app model in publish mode.</summary>
    public static async Task<AppTree> OfAsync(Action<IDistributedApplicationBuilder> build)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = ["--operation", "publish", "--step", "publish"], DisableDashboard = true });
        build(builder);
        await using var app = builder.Build();
        var reader = new ModelReader(app.Services.GetRequiredService<DistributedApplicationModel>(), builder.ExecutionContext);
        return new([.. (await reader.ReadAsync(TestContext.Current.CancellationToken)).Select(new EnvironmentPlanner(Planners.All).Plan)]);
    }
}
