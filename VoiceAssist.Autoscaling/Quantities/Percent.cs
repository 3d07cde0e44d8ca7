using System.Globalization;

namespace VoiceAssist.Autoscaling.Quantities;

/// <summary>A whole percentage, 0 or more; above 100 is allowed (a utilization of a request can be).</summary>
public readonly record struct Percent : IComparable<Percent>
{
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Percent(int value) =>
        Value = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Percent: cannot be negative; give 0 or more.");

    /// <summary>The number before the percent sign.</summary>
    public int Value { get; }

    /// <summary>The value as a fraction of one.</summary>
    public double Fraction => Value / 100.0;

    /// <summary>Reads <c>70%</c> or <c>70</c>.</summary>
    /// <exception cref="FormatException">Anything but digits with an optional percent sign.</exception>
    public static Percent Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Percent: '{text}' must be a whole number with an optional % (for example 70%).");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse(string? text, out Percent value)
    {
        value = default;
        var digits = text is null ? default : text.EndsWith('%') ? text.AsSpan(0, text.Length - 1) : text.AsSpan();
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        value = new(number);
        return true;
    }

    public static bool operator <(Percent left, Percent right) => left.Value < right.Value;

    public static bool operator >(Percent left, Percent right) => left.Value > right.Value;

    public static bool operator <=(Percent left, Percent right) => left.Value <= right.Value;

    public static bool operator >=(Percent left, Percent right) => left.Value >= right.Value;

    public int CompareTo(Percent other) => Value.CompareTo(other.Value);

    /// <summary><c>70%</c></summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + "%";
}
