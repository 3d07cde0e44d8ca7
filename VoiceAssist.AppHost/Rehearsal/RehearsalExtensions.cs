using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VoiceAssist.Hosting.Kubernetes;
using VoiceAssist.Hosting.Kubernetes.Rehearsal;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>Rehearses autoscaling on this machine.</summary>
internal static class RehearsalExtensions
{
    private const string Autoscaler = "voiceassist-autoscaler";

    /// <summary>
    /// With <c>--autoscale true</c>: replicas follow the load by the published policies, one process for a pod. Without it, and in publish
    /// mode, nothing changes.
    /// </summary>
    /// <param name="builder">The app model.</param>
    /// <param name="cluster">Whose policies.</param>
    /// <param name="workloads">What is scaled, and how another replica of it is added; the last one is what callers reach.</param>
    /// <exception cref="DistributedApplicationException">A switch has a value that is not allowed.</exception>
    public static void RehearseAutoscaling(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<ClusterResource> cluster,
        params (IResourceBuilder<ProjectResource> Workload, Func<string, IResourceBuilder<ProjectResource>> AddReplica)[] workloads)
    {
        if (builder.ExecutionContext.IsPublishMode || RehearsalOptions.Parse(builder.Configuration) is not { } options)
        {
            return;
        }

        var scaled = workloads.Select((w, i) => Scale(cluster, w.Workload, w.AddReplica, options, isBalanced: i == workloads.Length - 1)).ToArray();
        var resource = builder.AddResource(new AutoscalerResource(Autoscaler))
            .WithInitialState(new() { ResourceType = "Autoscaler", Properties = [], State = KnownResourceStates.Starting })
            .ExcludeFromManifest();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<RehearsalService>(services, options, scaled, resource.Resource));
        builder.Services.AddSingleton<IHostedService>(services => services.GetRequiredService<RehearsalService>());
        if (builder.Configuration.GetValue(EndOfInput.Switch, defaultValue: false))
        {
            builder.Services.AddHostedService<EndOfInput>();
        }
    }

    private static LocalWorkload Scale(
        IResourceBuilder<ClusterResource> cluster,
        IResourceBuilder<ProjectResource> first,
        Func<string, IResourceBuilder<ProjectResource>> addReplica,
        RehearsalOptions options,
        bool isBalanced)
    {
        var policies = PublishedPolicies.Of(cluster, first.Resource, options.Environment);
        var pods = new List<LocalPod> { new(first.WithReplicas(1).WithMemorySettings(policies)) };
        for (var i = 2; i <= policies.Autoscaler.Spec.MaxReplicas; i++)
        {
            var replica = addReplica(string.Create(CultureInfo.InvariantCulture, $"{first.Resource.Name}-{i}"))
                .WithParentRelationship(first)
                .WithMemorySettings(policies)
                .WithExplicitStart();
            pods.Add(new(replica));
        }

        return new(first.Resource.Name, policies, pods, isBalanced);
    }

    private static IResourceBuilder<ProjectResource> WithMemorySettings(this IResourceBuilder<ProjectResource> replica, WorkloadPolicies policies)
    {
        foreach (var (name, value) in policies.MemorySettings)
        {
            replica.WithEnvironment(name, value);
        }

        return replica;
    }
}
