using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>Which environments are published: setting <c>target</c>, an environment's name or <c>all</c>.</summary>
/// <param name="Environment">The environment; null: all.</param>
internal sealed record PublishTarget(string? Environment)
{
    public const string Key = "target";

    private const string All = "all";

    private static readonly string[] PerEnvironment = ["overlays/{0}/", "rendered/{0}.yaml", "plan/{0}.json", .. MetricsComponent.All.Select(c => $"components/{c.Name}-{{0}}/")];

    /// <param name="value">The setting; null or empty: all.</param>
    /// <param name="environments">The environments that there are.</param>
    /// <exception cref="DistributedApplicationException">There is no such environment.</exception>
    public static PublishTarget Parse(string? value, IReadOnlyList<string> environments) => value switch
    {
        null or "" or All => new((string?)null),
        _ when environments.Contains(value) => new(value),
        _ => throw new DistributedApplicationException($"--{Key} '{value}' is no environment of the app. Allowed: {string.Join(", ", environments.Append(All))}."),
    };

    /// <summary>Whether a file of the tree is written: everything, or what is not another environment's.</summary>
    public bool Includes(string path, IReadOnlyList<string> environments) => Environment is null
        || environments.Where(e => e != Environment).All(e => !PerEnvironment.Any(p => path.StartsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, p, e), StringComparison.Ordinal)));
}
