namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>The object that an autoscaler scales.</summary>
internal static class ScaleTargets
{
    public const string ApiVersion = "apps/v1";

    public static string KindOf(WorkloadModel workload) => workload.IsStateful ? "StatefulSet" : "Deployment";
}
