using System.Globalization;
using System.Text;

namespace VoiceAssist.Autoscaling.Quantities;

/// <summary>A length of time as Kubernetes and Prometheus write it (<c>15s</c>, <c>1m30s</c>), in whole milliseconds, never negative.</summary>
public readonly record struct Duration : IComparable<Duration>
{
    private static readonly (string Unit, long Milliseconds)[] Units = [("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)];

    private Duration(long milliseconds) => Milliseconds = milliseconds;

    /// <summary>The length in milliseconds.</summary>
    public long Milliseconds { get; }

    /// <summary>A length of whole seconds.</summary>
    public static Duration FromSeconds(long seconds) => From(TimeSpan.FromSeconds(seconds));

    /// <exception cref="ArgumentOutOfRangeException">Negative or not a whole number of milliseconds.</exception>
    public static Duration From(TimeSpan time) =>
        time >= TimeSpan.Zero && time.Ticks % TimeSpan.TicksPerMillisecond == 0
            ? new(time.Ticks / TimeSpan.TicksPerMillisecond)
            : throw new ArgumentOutOfRangeException(nameof(time), time, "Duration: must be a whole number of milliseconds, 0 or more.");

    /// <summary>Reads units in falling order, each once and with a whole number: <c>1h30m</c>, <c>15s</c>, <c>500ms</c>, or <c>0</c>.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Duration Parse(string text) =>
        TryParse(text, out var value)
            ? value
            : throw new FormatException($"Duration: '{text}' must be whole numbers with the units h, m, s, ms in that order (for example 15s or 1m30s).");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse(string? text, out Duration value)
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

        long total = 0;
        var rest = text.AsSpan();
        var nextUnit = 0;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || !long.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            rest = rest[digits..];
            var end = rest.IndexOfAnyInRange('0', '9');
            var unit = (end < 0 ? rest : rest[..end]).ToString();
            var index = Array.FindIndex(Units, nextUnit, u => u.Unit == unit);
            if (index < 0 || number > (TimeSpan.MaxValue.TotalMilliseconds - total) / Units[index].Milliseconds)
            {
                return false;
            }

            total += number * Units[index].Milliseconds;
            nextUnit = index + 1;
            rest = rest[unit.Length..];
        }

        value = new(total);
        return true;
    }

    public TimeSpan ToTimeSpan() => TimeSpan.FromMilliseconds(Milliseconds);

    public static bool operator <(Duration left, Duration right) => left.Milliseconds < right.Milliseconds;

    public static bool operator >(Duration left, Duration right) => left.Milliseconds > right.Milliseconds;

    public static bool operator <=(Duration left, Duration right) => left.Milliseconds <= right.Milliseconds;

    public static bool operator >=(Duration left, Duration right) => left.Milliseconds >= right.Milliseconds;

    public int CompareTo(Duration other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>Each unit once, zeros left out: <c>1m30s</c>; zero is <c>0s</c>.</summary>
    public override string ToString()
    {
        if (Milliseconds == 0)
        {
            return "0s";
        }

        var text = new StringBuilder();
        var rest = Milliseconds;
        foreach (var (unit, size) in Units)
        {
            if (rest >= size)
            {
                text.Append(CultureInfo.InvariantCulture, $"{rest / size}{unit}");
                rest %= size;
            }
        }

        return text.ToString();
    }
}
