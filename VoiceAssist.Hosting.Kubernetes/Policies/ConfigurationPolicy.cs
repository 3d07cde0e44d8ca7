namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Environment variables that a workload has in Kubernetes only.</summary>
public sealed class ConfigurationPolicy : Policy<ConfigurationPolicy>
{
    private readonly SortedDictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _settings = new(StringComparer.Ordinal);

    /// <value>Variables with a value.</value>
    public IReadOnlyDictionary<string, string> Variables => _variables;

    /// <value>Variables that take the value of an environment's setting: variable to setting.</value>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    /// <summary>A variable with a value; never a secret.</summary>
    public ConfigurationPolicy Variable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    /// <summary>A variable that takes the value of an environment's setting (see <see cref="ClusterPolicy.Setting"/>).</summary>
    public ConfigurationPolicy FromSetting(string variable, string? setting = null)
    {
        _settings[variable] = setting ?? variable;
        return this;
    }
}
