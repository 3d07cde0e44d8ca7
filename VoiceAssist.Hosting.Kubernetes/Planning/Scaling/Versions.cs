namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>Since when Kubernetes has fields that are left out for older clusters (<c>pkg/features/kube_features.go</c>).</summary>
internal static class Versions
{
    /// <summary>
    /// <c>unhealthyPodEvictionPolicy</c>: gate PDBUnhealthyPodEvictionPolicy, alpha and off in 1.26, beta and on from 1.27, stable in 1.31.
    /// </summary>
    public static readonly Version UnhealthyPodEviction = new(1, 27);

    /// <summary>
    /// <c>behavior.*.tolerance</c>: gate HPAConfigurableTolerance, alpha and off in 1.33 and 1.34, beta and on from 1.35. An API server whose
    /// gate is off drops the field without an error, so it is safe from 1.33; before that it is unknown.
    /// </summary>
    public static readonly Version Tolerance = new(1, 33);

    /// <summary>From here on <see cref="Tolerance"/> needs no gate.</summary>
    public static readonly Version ToleranceByDefault = new(1, 35);
}
