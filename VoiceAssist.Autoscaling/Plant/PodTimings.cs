using VoiceAssist.Autoscaling.Distributions;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>How long the steps of a pod's life take. All times in seconds.</summary>
/// <remarks>The defaults describe a .NET service on a warm node: about 8 s from creation to Ready.</remarks>
public sealed record PodTimings
{
    /// <value>From the pod's creation until a node is chosen, where one has room. Default about 0.2 s.</value>
    public Distribution Scheduling { get; init; } = Distribution.LogNormal(0.2, 0.4);

    /// <value>Pulling the image on a node that does not have it yet. Default about 8 s.</value>
    public Distribution ImagePull { get; init; } = Distribution.LogNormal(8, 0.3);

    /// <value>Sandbox, volumes, container start. Default about 1.5 s.</value>
    public Distribution ContainerStart { get; init; } = Distribution.LogNormal(1.5, 0.3);

    /// <value>From the process' start until it could answer its probe. Default about 3 s.</value>
    public Distribution WarmUp { get; init; } = Distribution.LogNormal(3, 0.3);

    /// <value>The pod becomes Ready at the first probe after its warm-up; probes come at this interval. Default 5 s.</value>
    public TimeSpan ProbePeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <value>From the deletion until the pod is gone, when it has nothing left to finish. Default about 5 s.</value>
    public Distribution Drain { get; init; } = Distribution.LogNormal(5, 0.3);

    /// <value><c>terminationGracePeriodSeconds</c>: work that is not finished then is returned or lost. Default 30 s.</value>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>CPU that a pod uses from its container's start until it is Ready, in cores. Default 0.3.</value>
    public double StartingCpu { get; init; } = 0.3;
}
