using System.Globalization;

namespace VoiceAssist.Autoscaling.Quantities;

/// <summary>An amount of memory in whole bytes, never negative.</summary>
public readonly record struct Memory : IComparable<Memory>
{
    private static readonly string[] Suffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    private Memory(long bytes) => Bytes = bytes;

    /// <summary>No memory.</summary>
    public static Memory Zero => default;

    /// <summary>The amount in bytes.</summary>
    public long Bytes { get; }

    /// <summary>An amount of bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Memory FromBytes(long bytes) =>
        bytes >= 0
            ? new(bytes)
            : throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "Memory: an amount cannot be negative; give 0 or more bytes.");

    /// <summary>An amount of mebibytes (2^20 bytes).</summary>
    public static Memory FromMebibytes(long mebibytes) => FromBytes(checked(mebibytes << 20));

    /// <summary>Reads a Kubernetes quantity such as <c>512Mi</c>, <c>1.5Gi</c>, <c>1G</c> or <c>1024</c>.</summary>
    /// <exception cref="FormatException">Not a quantity, negative, not a whole number of bytes or beyond 2^63.</exception>
    public static Memory Parse(string text)
    {
        var quantity = QuantityText.Parse(text, "Memory");
        return quantity.Sign >= 0 && quantity.TryScaledExactly(0, out var bytes)
            ? new(bytes)
            : throw new FormatException($"Memory: '{text}' must be a whole number of bytes, 0 or more (for example 512Mi or 1.5Gi).");
    }

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse(string? text, out Memory value)
    {
        value = default;
        if (!QuantityText.TryParse(text, out var quantity) || quantity.Sign < 0 || !quantity.TryScaledExactly(0, out var bytes))
        {
            return false;
        }

        value = new(bytes);
        return true;
    }

    public static Memory operator +(Memory left, Memory right) => new(checked(left.Bytes + right.Bytes));

    /// <exception cref="ArgumentOutOfRangeException">The result would be negative.</exception>
    public static Memory operator -(Memory left, Memory right) => FromBytes(left.Bytes - right.Bytes);

    public static Memory operator *(Memory amount, int times) => FromBytes(checked(amount.Bytes * times));

    public static bool operator <(Memory left, Memory right) => left.Bytes < right.Bytes;

    public static bool operator >(Memory left, Memory right) => left.Bytes > right.Bytes;

    public static bool operator <=(Memory left, Memory right) => left.Bytes <= right.Bytes;

    public static bool operator >=(Memory left, Memory right) => left.Bytes >= right.Bytes;

    public int CompareTo(Memory other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Kubernetes' canonical binary form: the largest suffix that leaves a whole number (<c>1536Mi</c>, not <c>1.5Gi</c>).</summary>
    public override string ToString()
    {
        var (value, suffix) = (Bytes, 0);
        for (; value != 0 && value % 1024 == 0 && suffix < Suffixes.Length - 1; value /= 1024)
        {
            suffix++;
        }

        return value.ToString(CultureInfo.InvariantCulture) + Suffixes[suffix];
    }
}
