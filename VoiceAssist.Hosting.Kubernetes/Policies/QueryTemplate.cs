using System.Text.RegularExpressions;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>PromQL with places for what only the environment knows.</summary>
internal static partial class QueryTemplate
{
    /// <summary>Where a query takes its label matchers; it has to stand among those of a series.</summary>
    public const string Selector = "$selector";

    /// <summary>Where a query takes its rate window.</summary>
    public const string Window = "$window";

    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">It has no place for the matchers, or one that is not in the braces of a series.</exception>
    public static string Checked(string query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        var places = query.Split(Selector).Length - 1;
        return places > 0 && AmongMatchers().Count(query) == places
            ? query
            : throw new ArgumentException(
                $"The query '{query}' must take its label matchers, {Selector}, in the braces of every series, as in 'max(queue_depth{{{Selector}}})'. In an interpolated string braces are doubled.",
                nameof(query));
    }

    [GeneratedRegex(@"(?<=\{([^{}]*,)?\s*)\$selector(?=\s*(,[^{}]*)?\})")]
    private static partial Regex AmongMatchers();
}
