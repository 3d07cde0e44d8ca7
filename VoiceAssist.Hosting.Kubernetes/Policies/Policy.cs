namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>
/// What is said of a resource for Kubernetes: once for every environment, and again where an environment differs. An object of this
/// type is both what the app host's lambda writes to and, resolved for one environment, what the planners read.
/// </summary>
/// <typeparam name="TSelf">The policy's own type.</typeparam>
public abstract class Policy<TSelf>
    where TSelf : Policy<TSelf>, new()
{
    private readonly List<(string Environment, Action<TSelf> Difference)> _differences = [];

    /// <summary>What differs in one environment; everything else is as in the base.</summary>
    /// <param name="environment">The environment's name, e.g. <c>prod</c>.</param>
    /// <param name="difference">Says what differs.</param>
    public TSelf In(string environment, Action<TSelf> difference)
    {
        ArgumentException.ThrowIfNullOrEmpty(environment);
        ArgumentNullException.ThrowIfNull(difference);
        _differences.Add((environment, difference));
        return (TSelf)this;
    }

    /// <summary>The environments that differ.</summary>
    internal IReadOnlyCollection<string> Environments => [.. _differences.Select(d => d.Environment).Distinct()];

    /// <summary>Applies what differs in an environment to this object.</summary>
    internal void Apply(string environment)
    {
        foreach (var (name, difference) in _differences.ToArray())
        {
            if (string.Equals(name, environment, StringComparison.Ordinal))
            {
                difference((TSelf)this);
            }
        }
    }
}
