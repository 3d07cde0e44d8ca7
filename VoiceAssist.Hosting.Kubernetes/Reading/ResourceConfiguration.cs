using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>The variables and arguments of a workload in one environment.</summary>
/// <param name="Variables">In order; one that another refers to stands before it.</param>
/// <param name="Arguments">The container's arguments.</param>
/// <param name="Dropped">Variables that a cluster cannot have.</param>
internal sealed record ResourceConfiguration(IReadOnlyList<WorkloadVariable> Variables, IReadOnlyList<string> Arguments, IReadOnlyList<DroppedVariable> Dropped)
{
    /// <param name="source">What the callbacks set.</param>
    /// <param name="configuration">What the workload has in a cluster only.</param>
    /// <param name="resolver">Resolves values.</param>
    /// <param name="environment">The environment, for messages.</param>
    /// <param name="settings">The names of the environment's settings.</param>
    public static ResourceConfiguration Read(
        WorkloadSource source, ConfigurationPolicy configuration, ValueResolver resolver, string environment, IReadOnlySet<string> settings)
    {
        var name = source.Resource.Name;
        var variables = new OrderedDictionary<string, ClusterText>(StringComparer.Ordinal);
        var dropped = new List<DroppedVariable>();
        foreach (var (variable, value) in source.Callbacks.Variables)
        {
            var resolved = In($"the variable {variable}", () => resolver.Resolve(value));
            if (resolved.Text is not null)
            {
                variables[Checked(variable)] = resolved.Text;
            }
            else if (resolved.Loss is not null)
            {
                dropped.Add(new(variable, resolved.Loss));
            }
        }

        foreach (var (variable, value) in configuration.Variables)
        {
            variables[Checked(variable)] = ClusterText.Of(value);
        }

        foreach (var (variable, setting) in configuration.Settings)
        {
            variables[Checked(variable)] = settings.Contains(setting)
                ? ClusterText.Of(new TextPart.Setting(setting))
                : throw new DistributedApplicationException(
                    $"The variable {variable} of '{name}' takes the setting '{setting}', which {environment} does not have. Add Setting(\"{setting}\", ...) to the cluster's policy. It has: {string.Join(", ", settings)}.");
        }

        if (source.Resource is ProjectResource)
        {
            SetProduction(variables);
        }

        dropped.RemoveAll(d => variables.ContainsKey(d.Name));
        var composer = new VariableComposer(variables.Select(v => (v.Key, v.Value)));
        var arguments = source.Callbacks.Arguments
            .Select((value, i) => In($"argument {i}", () => resolver.Resolve(value)))
            .Select((resolved, i) => resolved.Loss is null ? resolved.Text : throw new DistributedApplicationException($"Argument {i} of '{name}' cannot be published: {resolved.Loss}."))
            .OfType<ClusterText>()
            .Select(composer.Argument)
            .ToArray();
        return new(composer.ToVariables(), arguments, dropped);

        T In<T>(string what, Func<T> read)
        {
            try
            {
                return read();
            }
            catch (DistributedApplicationException e)
            {
                throw new DistributedApplicationException($"{char.ToUpperInvariant(what[0])}{what[1..]} of '{name}' cannot be published for {environment}. {e.Message}", e);
            }
        }

        string Checked(string variable) =>
            variable.Length > 0 && !char.IsAsciiDigit(variable[0]) && variable.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
                ? variable
                : throw new DistributedApplicationException(
                    $"'{variable}' of '{name}' cannot name a variable in Kubernetes. Allowed: letters, digits, '_', '-' and '.', not beginning with a digit.");
    }

    /// <summary>A cluster never runs Development: its pages show secrets, and its settings are the developer's.</summary>
    private static void SetProduction(OrderedDictionary<string, ClusterText> variables)
    {
        const string AspNetCore = "ASPNETCORE_ENVIRONMENT";
        variables.TryAdd(AspNetCore, ClusterText.Of("Production"));
        foreach (var variable in new[] { AspNetCore, "DOTNET_ENVIRONMENT" })
        {
            if (variables.TryGetValue(variable, out var value) && string.Equals(value.AsLiteral, "Development", StringComparison.OrdinalIgnoreCase))
            {
                variables[variable] = ClusterText.Of("Production");
            }
        }
    }
}
