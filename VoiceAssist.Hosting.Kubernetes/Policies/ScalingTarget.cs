using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What a metric should be.</summary>
public sealed record ScalingTarget
{
    private ScalingTarget(ScalingTargetKind kind, int? percent, string? quantity) => (Kind, Percent, Quantity) = (kind, percent, quantity);

    /// <summary>What the figure means.</summary>
    public ScalingTargetKind Kind { get; }

    /// <value>Percent of the request, for <see cref="ScalingTargetKind.Utilization"/>.</value>
    public int? Percent { get; }

    /// <value>A Kubernetes quantity, for the other kinds.</value>
    public string? Quantity { get; }

    /// <summary>In percent of what the pods request.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is not positive.</exception>
    public static ScalingTarget Utilization(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        return new(ScalingTargetKind.Utilization, percent, null);
    }

    /// <summary>On average per pod.</summary>
    /// <exception cref="FormatException">The text is not a quantity.</exception>
    public static ScalingTarget Average(string quantity) => new(ScalingTargetKind.AverageValue, null, Checked(quantity));

    /// <summary>One value for all pods together.</summary>
    /// <exception cref="FormatException">The text is not a quantity.</exception>
    public static ScalingTarget Total(string quantity) => new(ScalingTargetKind.Value, null, Checked(quantity));

    /// <inheritdoc/>
    public override string ToString() => Kind == ScalingTargetKind.Utilization ? $"{Percent} %" : $"{Quantity} ({Kind})";

    private static string Checked(string quantity) => Milli.ToText(Milli.Parse(quantity)) is var text && Milli.Parse(quantity) > 0
        ? text
        : throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "A metric's target must be positive.");
}
