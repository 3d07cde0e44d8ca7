using System.Globalization;
using System.Text.RegularExpressions;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>
/// Which texts a reader would take for something else if they stood without quotes, by the rules of YAML 1.1 as go-yaml has them (the
/// reader of kubectl and Kustomize, and the strictest in use): truth values like <c>Off</c>, null, numbers in every notation, dates.
/// </summary>
internal static partial class PlainText
{
    private static readonly HashSet<string> Words = new(
        [
            "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
            "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
            "", "~", "null", "Null", "NULL",
            ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether the text stays a text when it is read without quotes.</summary>
    public static bool IsSafe(string text) => !Words.Contains(text) && !(text[0] is '+' or '-' or '.' or (>= '0' and <= '9') && LooksNumeric(text));

    /// <summary>Whether some readers take the text for the merge key or the default value of YAML 1.1.</summary>
    public static bool IsDoubtful(string text) => text == "=" || text.StartsWith("<<", StringComparison.Ordinal);

    private static bool LooksNumeric(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        return Integer().IsMatch(digits)
            || Real().IsMatch(digits)
            || GoReal().IsMatch(text)
            || Sexagesimal().IsMatch(text)
            || IsDate(text);
    }

    private static bool IsDate(string text) => Date().IsMatch(text)
        && DateTime.TryParseExact(text[..DateEnd(text)], "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static int DateEnd(string text) => text.AsSpan().IndexOfAny('T', 't', ' ') is var end and >= 0 ? end : text.Length;

    [GeneratedRegex(@"^[-+]?(0[bB][01]+|0[oO]?[0-7]+|0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Real();

    // What Go's ParseFloat takes beyond that, for texts that begin with a point.
    [GeneratedRegex(@"^\.[0-9_]+([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex GoReal();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
