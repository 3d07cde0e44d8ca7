using System.Runtime.CompilerServices;
using VoiceAssist.Hosting.Kubernetes;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Publishing;

namespace Aspire.Hosting;

/// <summary>Publishes an app as Kubernetes manifests.</summary>
public static class KubernetesManifestExtensions
{
    /// <summary>
    /// Publishes the app as Kubernetes manifests: adds the pipeline steps <c>publish-kubernetes</c> (part of <c>publish</c>), <c>publish-diff</c>,
    /// <c>publish-summary</c> and <c>explain-check</c>. In run mode it does nothing.
    /// </summary>
    /// <param name="builder">The app model.</param>
    /// <param name="application">The app's name: the base's namespace, and the prefix of the environments' (<c>NAME-prod</c>).</param>
    /// <param name="cluster">What holds for a whole namespace: environments, settings, images, limits.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    /// <exception cref="ArgumentException">The name is no Kubernetes name, or a value of the policy is wrong.</exception>
    public static IResourceBuilder<ClusterResource> AddKubernetesManifests(
        this IDistributedApplicationBuilder builder,
        string application,
        Action<ClusterPolicy> cluster,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var resource = new ClusterResource("kubernetes", application);
        if (builder.ExecutionContext.IsRunMode)
        {
            return PolicyResolver.Add(builder.CreateResourceBuilder(resource), cluster, file, line);
        }

        foreach (var step in PublishSteps.All)
        {
            builder.Pipeline.AddStep(step);
        }

        return PolicyResolver.Add(builder.AddResource(resource).ExcludeFromManifest(), cluster, file, line);
    }
}
