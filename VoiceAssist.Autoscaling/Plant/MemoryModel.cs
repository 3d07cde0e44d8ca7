using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>How a pod's memory follows its load.</summary>
public sealed record MemoryModel
{
    /// <value>After its start, without load. Default 96Mi.</value>
    public Memory Base { get; init; } = Memory.FromMebibytes(96);

    /// <value>For each request per second, or each running job, of the pod. Default 1Mi.</value>
    public Memory PerLoad { get; init; } = Memory.FromMebibytes(1);

    /// <value>
    /// How long it takes to give back most of what the load no longer needs; null for a heap that never shrinks, as a
    /// .NET heap under a generous limit does. Default null.
    /// </value>
    public TimeSpan? FallsWithin { get; init; }

    /// <summary>The memory after a step, in bytes.</summary>
    internal double Next(double current, double load, double limit, double step)
    {
        var needed = Math.Min(limit, Base.Bytes + (load * PerLoad.Bytes));
        if (needed >= current)
        {
            return needed;
        }

        return FallsWithin is { } time ? current + ((needed - current) * Math.Min(1, step * 3 / time.TotalSeconds)) : current;
    }
}
