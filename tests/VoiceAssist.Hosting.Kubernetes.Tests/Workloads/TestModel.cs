using k8s;
using k8s.Models;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Workloads;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

/// <summary>Builds app models in publish mode and reads them.</summary>
internal static class TestModel
{
    /// <summary>The base of an app called <c>shop</c>.</summary>
    public static async Task<EnvironmentContext> ReadBaseAsync(Action<IDistributedApplicationBuilder> build, Action<ClusterPolicy>? cluster = null) =>
        (await ReadAsync(build, cluster))[0];

    public static async Task<IReadOnlyList<EnvironmentContext>> ReadAsync(Action<IDistributedApplicationBuilder> build, Action<ClusterPolicy>? cluster = null)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = ["--operation", "publish", "--step", "publish"],
            DisableDashboard = true,
        });
        build(builder);
        PolicyResolver.Add<ClusterResource, ClusterPolicy>(builder.AddResource(new ClusterResource("cluster", "shop")), p => (cluster ?? (_ => { }))(p), "Program.cs", 1);
        await using var app = builder.Build();
        var model = app.Services.GetRequiredService<DistributedApplicationModel>();
        return await new ModelReader(model, builder.ExecutionContext).ReadAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The message with which reading fails.</summary>
    public static async Task<string> FailureAsync(Action<IDistributedApplicationBuilder> build, Action<ClusterPolicy>? cluster = null) =>
        (await Assert.ThrowsAsync<DistributedApplicationException>(() => ReadAsync(build, cluster))).Message;

    public static IResourceBuilder<ProjectResource> AddTestProject(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject<TestProject>(name, launchProfileName: null);

    /// <summary>A secret that fails the test when anything asks for its value.</summary>
    public static IResourceBuilder<ParameterResource> AddUntouchable(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new ParameterResource(name, _ => throw new InvalidOperationException($"The value of the secret '{name}' was asked for."), secret: true));

    public static WorkloadModel Workload(this EnvironmentContext environment, string name) => environment.Workloads.Single(w => w.Name == name);

    public static WorkloadVariable Variable(this WorkloadModel workload, string name) => workload.Variables.Single(v => v.Name == name);

    public static IReadOnlyList<PlannedObject> Plan(this EnvironmentContext environment) => [.. WorkloadPlanners.All.SelectMany(p => p.Plan(environment))];

    public static T Find<T>(this IEnumerable<PlannedObject> objects, string name)
        where T : IKubernetesObject<V1ObjectMeta> => objects.Select(o => o.Object).OfType<T>().Single(o => o.Metadata.Name == name);

    public static string ToYaml(this IEnumerable<PlannedObject> objects) => string.Join("---\n", objects.Select(o => KubernetesYaml.Serialize(o.Object)));
}
