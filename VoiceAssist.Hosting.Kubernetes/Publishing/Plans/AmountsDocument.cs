using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>CPU and memory.</summary>
/// <param name="CpuMillicores">Thousandths of a core.</param>
/// <param name="MemoryBytes">Bytes.</param>
internal sealed record AmountsDocument(long CpuMillicores, long MemoryBytes)
{
    public static AmountsDocument Of(ResourceAmounts amounts) => new(amounts.Cpu.Millicores, amounts.Memory.Bytes);
}
