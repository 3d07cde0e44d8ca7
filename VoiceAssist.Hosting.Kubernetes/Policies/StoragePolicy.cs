using System.Runtime.CompilerServices;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>The persistent volumes of a workload, one per named volume of the resource.</summary>
public sealed class StoragePolicy : Policy<StoragePolicy>
{
    /// <value>The size of each volume.</value>
    public Figure<Memory>? VolumeSize { get; private set; }

    /// <value>The storage class; null: the cluster's default.</value>
    public string? StorageClass { get; private set; }

    /// <summary>The size of each volume, e.g. <c>10Gi</c>.</summary>
    public StoragePolicy Size(string size, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        VolumeSize = new(Memory.Parse(size), because, new(file, line));
        return this;
    }

    /// <summary>The storage class.</summary>
    public StoragePolicy Class(string name)
    {
        StorageClass = name;
        return this;
    }
}
