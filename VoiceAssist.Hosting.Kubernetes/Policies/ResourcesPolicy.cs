using System.Runtime.CompilerServices;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>CPU and memory of a workload's container.</summary>
public sealed class ResourcesPolicy : Policy<ResourcesPolicy>
{
    /// <value>CPU request and limit.</value>
    public Figure<Bounds<Cpu>>? CpuBounds { get; private set; }

    /// <value>Memory request and limit.</value>
    public Figure<Bounds<Memory>>? MemoryBounds { get; private set; }

    /// <summary>CPU, e.g. <c>500m</c> to <c>2</c>.</summary>
    /// <exception cref="ArgumentException">The request exceeds the limit.</exception>
    /// <exception cref="FormatException">A text is not a quantity.</exception>
    public ResourcesPolicy Cpu(string request, string limit, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        CpuBounds = new(Bounds.Of(Autoscaling.Quantities.Cpu.Parse(request), Autoscaling.Quantities.Cpu.Parse(limit), "CPU"), because, new(file, line));
        return this;
    }

    /// <summary>Memory, e.g. <c>512Mi</c> to <c>2Gi</c>.</summary>
    /// <inheritdoc cref="Cpu" path="/exception"/>
    public ResourcesPolicy Memory(string request, string limit, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        MemoryBounds = new(Bounds.Of(Autoscaling.Quantities.Memory.Parse(request), Autoscaling.Quantities.Memory.Parse(limit), "memory"), because, new(file, line));
        return this;
    }
}
