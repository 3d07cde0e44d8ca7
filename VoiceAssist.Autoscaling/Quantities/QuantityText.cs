using System.Globalization;
using System.Numerics;

namespace VoiceAssist.Autoscaling.Quantities;

/// <summary>A Kubernetes quantity as exact decimal number: <c>Mantissa × 10^Exponent</c>.</summary>
/// <remarks>
/// Accepts what <c>resource.ParseQuantity</c> accepts: sign, digits with an optional point, and one of
/// <c>n u m k M G T P E Ki Mi Gi Ti Pi Ei</c> or a decimal exponent (<c>e3</c>, <c>E-2</c>). No blanks.
/// </remarks>
internal readonly record struct QuantityText(BigInteger Mantissa, int Exponent)
{
    private static readonly (string Suffix, int Power)[] DecimalSuffixes =
        [("n", -9), ("u", -6), ("m", -3), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18)];

    private static readonly string[] BinarySuffixes = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    // Longer exponents cannot be meant and would make the big integers below arbitrarily large.
    private const int LargestExponent = 64;

    public int Sign => Mantissa.Sign;

    public static QuantityText Parse(string text, string what) =>
        TryParse(text, out var quantity)
            ? quantity
            : throw new FormatException(
                $"{what}: '{text}' is not a quantity; allowed are digits with an optional point followed by one of "
                + "n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or an exponent such as e3.");

    public static bool TryParse(string? text, out QuantityText quantity)
    {
        quantity = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var position = text[0] is '+' or '-' ? 1 : 0;
        var start = position;
        var digits = 0;
        var point = -1;
        for (; position < text.Length && (char.IsAsciiDigit(text[position]) || (text[position] == '.' && point < 0)); position++)
        {
            if (text[position] == '.')
            {
                point = position;
            }
            else
            {
                digits++;
            }
        }

        if (digits == 0 || !TrySuffix(text[position..], out var binary, out var exponent))
        {
            return false;
        }

        var fraction = point < 0 ? 0 : position - point - 1;
        var plain = text[start..position].Replace(".", "", StringComparison.Ordinal);
        var mantissa = BigInteger.Parse(plain, NumberStyles.None, CultureInfo.InvariantCulture) << (10 * binary);
        quantity = new(text[0] == '-' ? -mantissa : mantissa, exponent - fraction);
        return true;
    }

    /// <summary>The value times <c>10^scale</c> as integer, rounded away from zero, saturating at the range of <see cref="long"/>.</summary>
    /// <remarks>Kubernetes' <c>Quantity.ScaledValue</c> rounds up: <c>156340n</c> is 157 milli.</remarks>
    public long ScaledRoundedUp(int scale)
    {
        var shifted = Exponent + scale;
        var value = shifted >= 0 ? Mantissa * BigInteger.Pow(10, shifted) : DivideAwayFromZero(Mantissa, BigInteger.Pow(10, -shifted));
        return value > long.MaxValue ? long.MaxValue : value < long.MinValue ? long.MinValue : (long)value;
    }

    /// <summary>The value times <c>10^scale</c> if that is an integer within the range of <see cref="long"/>.</summary>
    public bool TryScaledExactly(int scale, out long value)
    {
        var shifted = Exponent + scale;
        value = 0;
        if (shifted < 0)
        {
            var quotient = BigInteger.DivRem(Mantissa, BigInteger.Pow(10, -shifted), out var rest);
            return rest.IsZero && TryNarrow(quotient, out value);
        }

        return TryNarrow(Mantissa * BigInteger.Pow(10, shifted), out value);
    }

    /// <summary>The double that Kubernetes' <c>AsApproximateFloat64</c> gives once the API server has stored the canonical form.</summary>
    /// <remarks>
    /// Canonical decimal forms use exponents in steps of three (<c>0.35</c> is stored as <c>350m</c>), and the product
    /// 350 × 0.001 is not always the double nearest to the decimal number.
    /// </remarks>
    public double ToDoubleAsStored()
    {
        var (mantissa, exponent) = InSteps(largest: 0);
        return exponent == 0
            ? (double)mantissa
            : (double)mantissa * double.Parse($"1e{exponent}", CultureInfo.InvariantCulture);
    }

    /// <summary>The canonical decimal form: <c>1500m</c>, <c>2</c>, <c>3k</c>.</summary>
    /// <remarks>Not the client library's: it prints -0.1 as -0.0000000000000000001E.</remarks>
    public override string ToString()
    {
        var (mantissa, exponent) = InSteps(largest: 18);
        var suffix = exponent == 0 ? "" : Array.Find(DecimalSuffixes, s => s.Power == exponent).Suffix ?? $"e{exponent}";
        return mantissa.ToString(CultureInfo.InvariantCulture) + suffix;
    }

    /// <summary>The value with the largest exponent that is a multiple of three and leaves a whole mantissa.</summary>
    private (BigInteger Mantissa, int Exponent) InSteps(int largest)
    {
        if (Mantissa.IsZero)
        {
            return (Mantissa, 0);
        }

        var (mantissa, exponent) = (Mantissa, Exponent);
        for (; mantissa % 10 == 0; mantissa /= 10)
        {
            exponent++;
        }

        for (; exponent % 3 != 0 || exponent > largest; exponent--)
        {
            mantissa *= 10;
        }

        return (mantissa, exponent);
    }

    private static bool TryNarrow(BigInteger value, out long narrow)
    {
        var fits = value >= long.MinValue && value <= long.MaxValue;
        narrow = fits ? (long)value : 0;
        return fits;
    }

    private static BigInteger DivideAwayFromZero(BigInteger value, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        return rest.IsZero ? quotient : quotient + rest.Sign;
    }

    private static bool TrySuffix(string suffix, out int binary, out int exponent)
    {
        (binary, exponent) = (0, 0);
        if (suffix.Length == 0)
        {
            return true;
        }

        binary = Array.IndexOf(BinarySuffixes, suffix) + 1;
        if (binary > 0)
        {
            return true;
        }

        foreach (var (name, power) in DecimalSuffixes)
        {
            if (name == suffix)
            {
                exponent = power;
                return true;
            }
        }

        return suffix[0] is 'e' or 'E'
            && int.TryParse(suffix.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            && Math.Abs(exponent) <= LargestExponent;
    }
}
