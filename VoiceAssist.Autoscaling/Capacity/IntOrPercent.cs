using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>A number of pods, or a percentage of the replicas (Kubernetes' <c>IntOrString</c> of rollouts and budgets).</summary>
public readonly record struct IntOrPercent
{
    private readonly int _value;
    private readonly bool _isPercent;

    private IntOrPercent(int value, bool isPercent) => (_value, _isPercent) = (value, isPercent);

    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IntOrPercent FromCount(int count) => count >= 0
        ? new(count, false)
        : throw new ArgumentOutOfRangeException(nameof(count), count, "A number of pods cannot be negative.");

    public static IntOrPercent FromPercent(Percent percent) => new(percent.Value, true);

    /// <summary>Reads <c>1</c> or <c>25%</c>.</summary>
    /// <exception cref="FormatException">Neither a whole number nor a percentage.</exception>
    public static IntOrPercent Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EndsWith('%') ? FromPercent(Percent.Parse(text))
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? FromCount(count)
            : throw new FormatException($"'{text}' must be a whole number of pods or a percentage (for example 1 or 25%).");
    }

    /// <summary>The pods this is at a replica count.</summary>
    public int Of(int replicas, bool roundUp) => !_isPercent ? _value
        : (int)(roundUp ? (((long)replicas * _value) + 99) / 100 : (long)replicas * _value / 100);

    public override string ToString() => _value.ToString(CultureInfo.InvariantCulture) + (_isPercent ? "%" : "");
}
