using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>What the entries written so far refer to: resources outside the model, formatted parameters, conditional expressions.</summary>
internal sealed class ManifestReferences
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IResource> _resources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ReferenceExpression> _conditionals = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<object> _visiting = [];

    public ManifestReferences() => Formatted = new(_names);

    public FormattedParameters Formatted { get; }

    /// <summary>Every resource referred to, in the order of the first reference.</summary>
    public IEnumerable<IResource> Resources => _resources.Values;

    /// <summary>Every conditional expression referred to, by the name of its entry, in the order of the first reference.</summary>
    public IReadOnlyDictionary<string, ReferenceExpression> Conditionals => _conditionals;

    /// <summary>Keeps the names of derived entries off those of resources.</summary>
    public void Reserve(IEnumerable<IResource> resources) => _names.UnionWith(resources.Select(r => r.Name));

    public void Add(object? value)
    {
        if (value is ReferenceExpression expression)
        {
            AddFormatted(expression);
            AddConditionals(expression);
        }

        if (value is IResource resource)
        {
            if (_resources.TryAdd(resource.Name, resource))
            {
                _names.Add(resource.Name);
            }
        }
        else if (value is IValueWithReferences references && _visiting.Add(value))
        {
            foreach (var reference in references.References)
            {
                Add(reference);
            }

            _visiting.Remove(value);
        }
    }

    /// <summary>An expression in a manifest; unlike <see cref="ReferenceExpression.ValueExpression"/> it respects formats.</summary>
    public string Format(ReferenceExpression expression)
    {
        if (expression.IsConditional)
        {
            return expression.ValueExpression;
        }

        var arguments = expression.ManifestExpressions.ToArray();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (expression.StringFormats[i] is { Length: > 0 } format
                && Formatted.Register(expression.ValueProviders[i], format) is { } entry)
            {
                arguments[i] = $"{{{entry}.value}}";
            }
        }

        return string.Format(CultureInfo.InvariantCulture, expression.Format, arguments);
    }

    private void AddFormatted(ReferenceExpression expression)
    {
        if (expression.IsConditional)
        {
            AddFormatted(expression.WhenTrue!);
            AddFormatted(expression.WhenFalse!);
            return;
        }

        for (var i = 0; i < expression.ValueProviders.Count; i++)
        {
            if (expression.StringFormats[i] is { Length: > 0 } format)
            {
                Formatted.Register(expression.ValueProviders[i], format);
            }
        }
    }

    private void AddConditionals(ReferenceExpression expression)
    {
        foreach (var conditional in expression.ValueProviders.OfType<ReferenceExpression>().Prepend(expression).Where(e => e.IsConditional))
        {
            _conditionals.TryAdd(conditional.Name!, conditional);
            _names.Add(conditional.Name!);
        }
    }
}
