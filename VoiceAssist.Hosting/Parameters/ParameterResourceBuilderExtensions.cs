using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Parameters;

namespace Aspire.Hosting;

/// <summary>Adds parameters: values that come from outside the model.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter whose value is read from the configuration (<c>Parameters:NAME</c>).</summary>
    /// <param name="builder">The app.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddParameter(new ParameterResource(name, ParameterConfiguration.Reader(builder.Configuration, name), secret));
    }

    /// <summary>Adds a parameter with a value; the configuration is not asked.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="publishValueAsDefault">Whether the value stands in the manifest.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    /// <exception cref="ArgumentException">A secret would stand in the manifest.</exception>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(value);
        if (publishValueAsDefault && secret)
        {
            throw new ArgumentException($"The value of the secret parameter '{name}' cannot be published as default: it would stand in the manifest.", nameof(secret));
        }

        var parameter = new ParameterResource(name, _ => value, secret)
        {
            Default = publishValueAsDefault ? new ConstantParameterDefault(value) : null,
        };
        return builder.AddParameter(parameter);
    }

    /// <summary>Adds a parameter with a default.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="value">What the value is unless the configuration has one.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    /// <param name="persist">Whether a generated value is kept in the app host's user secrets, so that the next run has the same.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(value);
        return builder.AddParameter(Create(builder, name, secret, value, persist));
    }

    /// <summary>A secret parameter with a generated value of 22 characters, kept in the app host's user secrets; not added to the model.</summary>
    public static ParameterResource CreateDefaultPasswordParameter(
        IDistributedApplicationBuilder builder,
        string name,
        bool lower = true,
        bool upper = true,
        bool numeric = true,
        bool special = true,
        int minLower = 0,
        int minUpper = 0,
        int minNumeric = 0,
        int minSpecial = 0)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var generate = new GenerateParameterDefault
        {
            MinLength = 22,
            Lower = lower,
            Upper = upper,
            Numeric = numeric,
            Special = special,
            MinLower = minLower,
            MinUpper = minUpper,
            MinNumeric = minNumeric,
            MinSpecial = minSpecial,
        };
        return Create(builder, name, secret: true, generate, persist: true);
    }

    private static ParameterResource Create(IDistributedApplicationBuilder builder, string name, bool secret, ParameterDefault value, bool persist) =>
        new(name, ParameterConfiguration.Reader(builder.Configuration, name), secret)
        {
            Default = persist && builder.ExecutionContext.IsRunMode && builder.AppHostAssembly is { } assembly
                ? new UserSecretsParameterDefault(assembly, name, value)
                : value,
        };

    private static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, ParameterResource parameter) =>
        builder.AddResource(parameter);
}
