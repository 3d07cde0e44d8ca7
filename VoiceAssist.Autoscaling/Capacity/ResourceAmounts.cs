using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>CPU and memory together.</summary>
public readonly record struct ResourceAmounts(Cpu Cpu, Memory Memory)
{
    public static ResourceAmounts Zero => default;

    /// <summary>Reads two Kubernetes quantities: <c>Parse("500m", "512Mi")</c>.</summary>
    /// <exception cref="FormatException">Either does not parse.</exception>
    public static ResourceAmounts Parse(string cpu, string memory) => new(Cpu.Parse(cpu), Memory.Parse(memory));

    public static ResourceAmounts operator +(ResourceAmounts left, ResourceAmounts right) =>
        new(left.Cpu + right.Cpu, left.Memory + right.Memory);

    /// <exception cref="ArgumentOutOfRangeException">Either result would be negative.</exception>
    public static ResourceAmounts operator -(ResourceAmounts left, ResourceAmounts right) =>
        new(left.Cpu - right.Cpu, left.Memory - right.Memory);

    public static ResourceAmounts operator *(ResourceAmounts amounts, int times) => new(amounts.Cpu * times, amounts.Memory * times);

    /// <summary>Whether both amounts fit into <paramref name="room"/>.</summary>
    public bool FitsInto(ResourceAmounts room) => Cpu <= room.Cpu && Memory <= room.Memory;

    public override string ToString() => $"{Cpu} / {Memory}";
}
