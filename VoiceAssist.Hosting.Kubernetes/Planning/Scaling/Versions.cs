namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>Since when Kubernetes has fields that are left out or commented for older clusters (<c>pkg/features/kube_features.go</c>).</summary>
internal static class Versions
{
    /// <summary>
    /// <c>unhealthyPodEvictionPolicy</c>: gate PDBUnhealthyPodEvictionPolicy, alpha and off in 1.26, beta and on from 1.27, stable in 1.31.
    /// </summary>
    public static readonly Version UnhealthyPodEviction = new(1, 27);

    /// <summary><c>behavior.*.tolerance</c>: gate HPAConfigurableTolerance, alpha and off in 1.33 and 1.34, beta and on from 1.35. Never left out: VAK801 and VAK802 speak of it.</summary>
    public static readonly Version ToleranceByDefault = new(1, 35);
}
