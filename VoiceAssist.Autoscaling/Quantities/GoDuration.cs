using System.Buffers;
using System.Globalization;

namespace VoiceAssist.Autoscaling.Quantities;

/// <summary>A length of time as Go prints and reads it (<c>time.ParseDuration</c>): fractions and the units h, m, s, ms, us, µs, ns.</summary>
/// <remarks>metrics-server writes <c>15.012s</c>, a Go client <c>1m0.5s</c>. <see cref="Duration"/> is for figures that people set.</remarks>
internal static class GoDuration
{
    private static readonly (string Unit, decimal Ticks)[] Units =
    [
        ("ns", 1m / TimeSpan.NanosecondsPerTick),
        ("us", TimeSpan.TicksPerMicrosecond),
        ("µs", TimeSpan.TicksPerMicrosecond),
        ("μs", TimeSpan.TicksPerMicrosecond),
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
    ];

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads it, rounded up to whole ticks of 100 ns; false for anything else, negative lengths included.</summary>
    public static bool TryParse(string? text, out TimeSpan value)
    {
        value = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        if (text == "0")
        {
            return true;
        }

        var ticks = 0m;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(NumberCharacters);
            if (digits <= 0 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            rest = rest[digits..];
            var end = rest.IndexOfAny(NumberCharacters);
            var name = (end < 0 ? rest : rest[..end]).ToString();
            var unit = Array.Find(Units, u => u.Unit == name);
            if (unit.Unit is null || number > (TimeSpan.MaxValue.Ticks - ticks) / unit.Ticks)
            {
                return false;
            }

            ticks += number * unit.Ticks;
            rest = rest[name.Length..];
        }

        value = new((long)Math.Ceiling(ticks));
        return true;
    }
}
