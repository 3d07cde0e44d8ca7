using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Images;

/// <summary>An image that may be another one tomorrow: a warning everywhere but in the strictest environment, where it is an error.</summary>
internal sealed class MovingImages : IPlanCheck
{
    private readonly bool _strictest;

    private MovingImages(bool strictest, CheckDescription description) => (_strictest, Description) = (strictest, description);

    /// <summary>In the strictest environment.</summary>
    public static MovingImages InStrictest { get; } = new(true, new("VAK602", Severity.Error, "The strictest environment runs an image without a fixed tag")
    {
        Why = "Two pods of one Deployment may run different programs, a rollback brings the same image back, and nobody can say what ran last week. "
            + "The strictest environment is the one named `prod` or `production`, otherwise the last one that the app host publishes.",
        Do = "Give the images of that environment a version or a digest.",
        Sample = "cluster.Images(\"registry.example.com\", \"latest\").In(\"prod\", p => p.Images(\"registry.example.com\", \"1.4.2\"));",
        Source = "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    });

    /// <summary>In the base and the other environments.</summary>
    public static MovingImages Elsewhere { get; } = new(false, new("VAK601", Severity.Warning, "An image has no fixed tag")
    {
        Why = "What runs changes without anything having been applied, and two pods of one Deployment may run different programs. In the strictest environment it is an error (VAK602).",
        Do = "Give the image a version or a digest, or suppress the warning where a moving tag is wanted.",
        Sample = "cache.WithClusterImage(i => i.Tagged(\"8.2.1\"));",
        Source = "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    });

    public CheckDescription Description { get; }

    public IEnumerable<Finding> Run(IReadOnlyList<EnvironmentPlan> plans) =>
        from plan in plans
        where StrictestEnvironment.Is(plan) == _strictest
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        let problem = string.IsNullOrEmpty(container.Image) ? null : ImageReference.Moves(container.Image)
        where problem is not null
        select new Finding(
            Description,
            plan.Context.ToString(),
            pods.Planned.ToString(),
            plan.Place<ImagePolicy>(pods.Name) ?? pods.Planned.At,
            $"container {container.Name} runs {container.Image}: {problem}");
}
