namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>
/// The order in which go-yaml, and so Kustomize, prints the keys of a map: letters by code point, after everything that is no letter, and numbers by
/// their value (<c>a2</c> before <c>a10</c>).
/// </summary>
internal sealed class NaturalKeys : IComparer<string>
{
    public static NaturalKeys Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        for (var i = 0; i < x.Length && i < y.Length; i++)
        {
            if (x[i] != y[i])
            {
                return Differing(x, y, i);
            }
        }

        return x.Length.CompareTo(y.Length);
    }

    private static int Differing(string x, string y, int at)
    {
        var (xLetter, yLetter) = (char.IsLetter(x[at]), char.IsLetter(y[at]));
        if (xLetter || yLetter)
        {
            return xLetter && yLetter ? x[at].CompareTo(y[at]) : xLetter ? 1 : -1;
        }

        // A zero inside a number (10 and 1) counts as a digit, at its beginning (01 and 1) it does not.
        var seed = (x[at] == '0' || y[at] == '0') && IsInsideNumber(x, at) ? 1L : 0L;
        var (xNumber, xEnd) = Number(x, at, seed);
        var (yNumber, yEnd) = Number(y, at, seed);
        return xNumber != yNumber ? xNumber.CompareTo(yNumber)
            : xEnd != yEnd ? xEnd.CompareTo(yEnd)
            : x[at].CompareTo(y[at]);
    }

    private static bool IsInsideNumber(string text, int at)
    {
        for (var i = at - 1; i >= 0 && char.IsDigit(text[i]); i--)
        {
            if (text[i] != '0')
            {
                return true;
            }
        }

        return false;
    }

    private static (long Value, int End) Number(string text, int at, long seed)
    {
        var (value, end) = (seed, at);
        for (; end < text.Length && char.IsDigit(text[end]); end++)
        {
            value = unchecked((value * 10) + (text[end] - '0'));
        }

        return (value, end);
    }
}
