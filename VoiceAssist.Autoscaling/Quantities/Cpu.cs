using System.Globalization;

namespace VoiceAssist.Autoscaling.Quantities;

/// <summary>An amount of CPU in whole millicores, never negative.</summary>
/// <remarks>Kubernetes refuses CPU requests and limits finer than 1m; so does <see cref="Parse"/>.</remarks>
public readonly record struct Cpu : IComparable<Cpu>
{
    private Cpu(long millicores) => Millicores = millicores;

    /// <summary>No CPU.</summary>
    public static Cpu Zero => default;

    /// <summary>The amount; 1000 is one core.</summary>
    public long Millicores { get; }

    /// <summary>The amount in cores, for display and ratios only.</summary>
    public double Cores => Millicores / 1000.0;

    /// <summary>An amount of millicores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Cpu FromMillicores(long millicores) =>
        millicores >= 0
            ? new(millicores)
            : throw new ArgumentOutOfRangeException(nameof(millicores), millicores, "CPU: an amount cannot be negative; give 0 or more millicores.");

    /// <summary>Reads a Kubernetes quantity such as <c>250m</c>, <c>2</c> or <c>1.5</c>.</summary>
    /// <exception cref="FormatException">Not a quantity, negative, finer than 1m or beyond 2^63 millicores.</exception>
    public static Cpu Parse(string text)
    {
        var quantity = QuantityText.Parse(text, "CPU");
        return quantity.Sign >= 0 && quantity.TryScaledExactly(3, out var millicores)
            ? new(millicores)
            : throw new FormatException($"CPU: '{text}' must be a whole number of millicores, 0 or more (for example 250m or 2).");
    }

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse(string? text, out Cpu value)
    {
        value = default;
        if (!QuantityText.TryParse(text, out var quantity) || quantity.Sign < 0 || !quantity.TryScaledExactly(3, out var millicores))
        {
            return false;
        }

        value = new(millicores);
        return true;
    }

    public static Cpu operator +(Cpu left, Cpu right) => new(checked(left.Millicores + right.Millicores));

    /// <exception cref="ArgumentOutOfRangeException">The result would be negative.</exception>
    public static Cpu operator -(Cpu left, Cpu right) => FromMillicores(left.Millicores - right.Millicores);

    public static Cpu operator *(Cpu amount, int times) => FromMillicores(checked(amount.Millicores * times));

    public static bool operator <(Cpu left, Cpu right) => left.Millicores < right.Millicores;

    public static bool operator >(Cpu left, Cpu right) => left.Millicores > right.Millicores;

    public static bool operator <=(Cpu left, Cpu right) => left.Millicores <= right.Millicores;

    public static bool operator >=(Cpu left, Cpu right) => left.Millicores >= right.Millicores;

    public int CompareTo(Cpu other) => Millicores.CompareTo(other.Millicores);

    /// <summary>Kubernetes' canonical form: <c>2</c>, <c>250m</c>.</summary>
    public override string ToString() =>
        Millicores % 1000 == 0
            ? (Millicores / 1000).ToString(CultureInfo.InvariantCulture)
            : Millicores.ToString(CultureInfo.InvariantCulture) + "m";
}
