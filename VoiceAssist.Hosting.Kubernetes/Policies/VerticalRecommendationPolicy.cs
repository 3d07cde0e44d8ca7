using System.Runtime.CompilerServices;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Vertical recommendations (autoscaling.k8s.io/v1) within bounds; they are shown, never applied (<c>updateMode: "Off"</c>).</summary>
public sealed class VerticalRecommendationPolicy : Policy<VerticalRecommendationPolicy>
{
    /// <value>Least and greatest CPU recommended.</value>
    public Figure<Bounds<Cpu>>? CpuBounds { get; private set; }

    /// <value>Least and greatest memory recommended.</value>
    public Figure<Bounds<Memory>>? MemoryBounds { get; private set; }

    /// <summary>Least and greatest CPU recommended.</summary>
    public VerticalRecommendationPolicy Cpu(string min, string max, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        CpuBounds = new(Bounds.Of(Autoscaling.Quantities.Cpu.Parse(min), Autoscaling.Quantities.Cpu.Parse(max), "CPU"), because, new(file, line));
        return this;
    }

    /// <summary>Least and greatest memory recommended.</summary>
    public VerticalRecommendationPolicy Memory(string min, string max, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        MemoryBounds = new(Bounds.Of(Autoscaling.Quantities.Memory.Parse(min), Autoscaling.Quantities.Memory.Parse(max), "memory"), because, new(file, line));
        return this;
    }
}
