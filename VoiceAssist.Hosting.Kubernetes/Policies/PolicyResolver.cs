namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Reads what a resource's policies say in one environment.</summary>
internal static class PolicyResolver
{
    /// <summary>The policy in an environment (null: the base); null when the resource has none.</summary>
    public static TPolicy? Resolve<TPolicy>(IResource resource, string? environment)
        where TPolicy : Policy<TPolicy>, new()
    {
        var annotations = resource.Annotations.OfType<PolicyAnnotation<TPolicy>>().ToArray();
        if (annotations.Length == 0)
        {
            return null;
        }

        var policy = new TPolicy();
        foreach (var annotation in annotations)
        {
            annotation.ApplyTo(policy);
        }

        if (environment is not null)
        {
            policy.Apply(environment);
        }

        return policy;
    }

    /// <summary>Where the resource's policy of this type was written last.</summary>
    public static SourceLocation? At<TPolicy>(IResource resource)
        where TPolicy : Policy<TPolicy>, new() =>
        resource.Annotations.OfType<PolicyAnnotation<TPolicy>>().LastOrDefault()?.At;

    /// <summary>Adds a policy; it is evaluated at once for the base and every environment it names, so that a wrong value fails where it is written.</summary>
    public static IResourceBuilder<T> Add<T, TPolicy>(IResourceBuilder<T> builder, Action<TPolicy> configure, string file, int line)
        where T : IResource
        where TPolicy : Policy<TPolicy>, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var trial = new TPolicy();
        configure(trial);
        foreach (var environment in trial.Environments)
        {
            var different = new TPolicy();
            configure(different);
            different.Apply(environment);
        }

        return builder.WithAnnotation(new PolicyAnnotation<TPolicy>(configure, new(file, line)));
    }
}
