using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that comes from outside the model: configuration, a secret, the person who deploys.</summary>
public class ParameterResource : Resource, IExpressionValue
{
    private readonly Lazy<string> _value;

    /// <summary>Creates a parameter.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="callback">Gets the value, given the default; called once.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _value = new(() => callback(Default), LazyThreadSafetyMode.ExecutionAndPublication);
        Secret = secret;
    }

    /// <summary>What the value is when nobody gave one; null when somebody must.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>What the parameter is for, shown to whoever must give the value.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; }

    /// <summary>Whether the value is read from <c>ConnectionStrings:NAME</c> rather than <c>Parameters:NAME</c>.</summary>
    public bool IsConnectionString { get; set; }

    /// <summary>The parameter in a manifest: <c>{NAME.value}</c>.</summary>
    public string ValueExpression => string.Create(CultureInfo.InvariantCulture, $"{{{Name}.value}}");

    /// <summary>The value.</summary>
    /// <exception cref="MissingParameterValueException">Nobody gave one and there is no default.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(_value.Value);

    /// <inheritdoc cref="GetValueAsync(CancellationToken)"/>
    public ValueTask<string?> GetValueAsync(ValueProviderContext _, CancellationToken cancellationToken) => new(_value.Value);
}
