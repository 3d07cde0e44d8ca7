namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>Names of the objects that stand beside a workload, and of those of the whole namespace.</summary>
internal static class ObjectNames
{
    /// <summary>Of the HPA; KEDA's has the same name.</summary>
    public static string Autoscaler(WorkloadModel workload) => $"{workload.Name}-hpa";

    public static string VerticalAutoscaler(WorkloadModel workload) => $"{workload.Name}-vpa";

    public static string DisruptionBudget(WorkloadModel workload) => $"{workload.Name}-pdb";

    public static string ServiceMonitor(WorkloadModel workload) => $"{workload.Name}-metrics";

    public static string Quota(EnvironmentContext environment) => $"{environment.Application}-quota";

    public static string LimitRange(EnvironmentContext environment) => $"{environment.Application}-limitrange";

    public static string Alerts(EnvironmentContext environment) => $"{environment.Application}-alerts";
}
