using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Parameters;

/// <summary>Where a parameter's value stands in the configuration.</summary>
internal static class ParameterConfiguration
{
    public static string Key(string name) => $"Parameters:{name}";

    /// <summary>The configured value; environment variables cannot have hyphens, so <c>Parameters__my_key</c> means <c>my-key</c>.</summary>
    public static string? Find(IConfiguration configuration, string name) =>
        configuration[Key(name)] is { Length: > 0 } value ? value : configuration[Key(name.Replace('-', '_'))];

    public static Func<ParameterDefault?, string> Reader(IConfiguration configuration, string name) => defaultValue =>
        Find(configuration, name)
        ?? defaultValue?.GetDefaultValue()
        ?? throw new MissingParameterValueException(
            $"The parameter '{name}' has no value and no default. Set '{Key(name)}' in the app host's configuration: as an environment variable Parameters__{name.Replace('-', '_')}, a user secret, or --{Key(name)} VALUE.");
}
