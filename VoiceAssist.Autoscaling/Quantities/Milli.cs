using System.Globalization;
using k8s.Models;

namespace VoiceAssist.Autoscaling.Quantities;

/// <summary>Metric values as the controller counts them: integer thousandths of the unit (1000 is one core, one request/s, one byte).</summary>
public static class Milli
{
    // A product of two doubles is off by at most this fraction.
    private const double RoundingError = 1e-15;

    /// <summary>A quantity in thousandths, rounded away from zero, saturating at the range of <see cref="long"/>.</summary>
    /// <exception cref="FormatException">The quantity does not parse.</exception>
    public static long From(ResourceQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Parse(quantity.ToString());
    }

    /// <summary>As <see cref="From"/>, from text: <c>156340u</c> is 157, <c>2</c> is 2000.</summary>
    public static long Parse(string text) => QuantityText.Parse(text, "Metric value").ScaledRoundedUp(3);

    /// <summary>A measured number in thousandths, rounded up. Infinities and numbers beyond the range saturate.</summary>
    /// <returns>False for NaN, which is no measurement at all: the caller has a missing metric.</returns>
    public static bool TryFrom(double value, out long milli)
    {
        milli = 0;
        if (double.IsNaN(value))
        {
            return false;
        }

        if (double.IsInfinity(value) || Math.Abs(value) >= long.MaxValue / 1000.0)
        {
            milli = value > 0 ? long.MaxValue : long.MinValue;
            return true;
        }

        // 4.35 × 1000 is 4350.000…1 in doubles; what was meant is 4350, not the next whole thousandth above.
        var scaled = value * 1000;
        var nearest = Math.Round(scaled);
        var isWhole = Math.Abs(scaled - nearest) <= Math.Abs(scaled) * RoundingError;
        milli = (long)(isWhole ? nearest : scaled > 0 ? Math.Ceiling(scaled) : Math.Floor(scaled));
        return true;
    }

    /// <summary>Thousandths as text with a unit-less decimal number: 1500 is <c>1.5</c>.</summary>
    public static string ToText(long milli) => (milli / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
