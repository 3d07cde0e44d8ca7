using System.Text;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>
/// Parameters that an expression uses in a format (<c>{password:uri}</c>): a manifest expression cannot carry one, so each
/// becomes an entry of its own, <c>password-uri-encoded</c> of type <c>annotated.string</c>.
/// </summary>
/// <param name="names">The names taken in the manifest.</param>
internal sealed class FormattedParameters(ISet<string> names)
{
    private readonly Dictionary<ParameterResource, Dictionary<string, string>> _byParameter = [];

    /// <summary>The name of the entry for a value in a format; null when the value is not a parameter.</summary>
    public string? Register(IValueProvider provider, string format) => ParameterOf(provider) is { } parameter ? Register(parameter, format) : null;

    /// <summary>Name and format of each entry that belongs to a parameter.</summary>
    public IReadOnlyCollection<(string Name, string Format)> Take(ParameterResource parameter) =>
        _byParameter.Remove(parameter, out var entries) ? [.. entries.Select(e => (e.Value, e.Key))] : [];

    /// <summary>The parameters whose entries have not been taken.</summary>
    public IReadOnlyCollection<ParameterResource> Remaining => [.. _byParameter.Keys];

    private string Register(ParameterResource parameter, string format)
    {
        if (!_byParameter.TryGetValue(parameter, out var entries))
        {
            _byParameter[parameter] = entries = new(StringComparer.Ordinal);
        }

        if (!entries.TryGetValue(format, out var name))
        {
            entries[format] = name = FreeName($"{parameter.Name}-{Words(format)}-encoded");
        }

        return name;
    }

    private string FreeName(string name)
    {
        var candidate = name;
        for (var i = 1; !names.Add(candidate); i++)
        {
            candidate = $"{name}-{i}";
        }

        return candidate;
    }

    private static ParameterResource? ParameterOf(IValueProvider provider) => provider switch
    {
        ParameterResource parameter => parameter,
        ReferenceExpression { Format: "{0}", ValueProviders: [ParameterResource parameter] } => parameter,
        _ => null,
    };

    /// <summary>A format in the letters of a resource name.</summary>
    private static string Words(string format)
    {
        var words = new StringBuilder();
        foreach (var c in format)
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        var name = words.ToString().TrimEnd('-');
        return name.Length > 0 ? name : "formatted";
    }
}
