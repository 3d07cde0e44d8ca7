namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A request and its limit, or a least and a greatest value.</summary>
/// <param name="Low">The request.</param>
/// <param name="High">The limit; at least the request.</param>
public readonly record struct Bounds<T>(T Low, T High)
    where T : struct, IComparable<T>;

/// <summary>Makes <see cref="Bounds{T}"/>.</summary>
internal static class Bounds
{
    /// <exception cref="ArgumentException">The low value exceeds the high one.</exception>
    public static Bounds<T> Of<T>(T low, T high, string what)
        where T : struct, IComparable<T> => low.CompareTo(high) <= 0
        ? new(low, high)
        : throw new ArgumentException($"The lower {what} value {low} exceeds the upper one, {high}. Give them in the order lower, upper.");
}
