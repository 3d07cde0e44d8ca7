using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Images;

/// <summary>.NET's Development environment is for a developer's machine.</summary>
internal sealed class DevelopmentInCluster : EnvironmentCheck
{
    private static readonly string[] Names = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    public override CheckDescription Description { get; } = new("VAK604", Severity.Error, "A program runs in a cluster as on a developer's machine")
    {
        Why = "In the environment Development .NET shows exceptions to callers, reads user secrets, and many programs map their debug endpoints; nothing tests what production does.",
        Do = "Leave the variable out (Production is the default) or give the cluster's own environment a name.",
        Sample = "api.WithClusterConfiguration(c => c.Variable(\"ASPNETCORE_ENVIRONMENT\", \"Production\"));",
        Source = "https://learn.microsoft.com/aspnet/core/fundamentals/environments",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        from variable in container.Env ?? []
        where Names.Contains(variable.Name, StringComparer.OrdinalIgnoreCase)
        let value = variable.Value ?? FromMap(plan, variable)
        where string.Equals(value?.Trim(), "Development", StringComparison.OrdinalIgnoreCase)
        select Found(plan, pods.Planned, $"{variable.Name} of container {container.Name} is {value}", plan.Place<ConfigurationPolicy>(pods.Name));

    private static string? FromMap(EnvironmentPlan plan, V1EnvVar variable) =>
        variable.ValueFrom?.ConfigMapKeyRef is { } key
        && plan.Of<V1ConfigMap>().FirstOrDefault(m => m.Metadata.Name == key.Name)?.Data is { } data
        && data.TryGetValue(key.Key, out var value)
            ? value
            : null;
}
