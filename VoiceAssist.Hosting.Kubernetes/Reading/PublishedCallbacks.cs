namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>What a resource's callbacks set in publish mode; what they refer to stays a reference.</summary>
/// <param name="Variables">The variables, in the order in which they were set first.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record PublishedCallbacks(IReadOnlyList<KeyValuePair<string, object>> Variables, IReadOnlyList<object> Arguments)
{
    public static async Task<PublishedCallbacks> EvaluateAsync(IResource resource, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        var environment = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(environment).ConfigureAwait(false);
        }

        var arguments = new CommandLineArgsCallbackContext(new List<object>(), resource, cancellationToken) { ExecutionContext = executionContext };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(arguments).ConfigureAwait(false);
        }

        return new([.. environment.EnvironmentVariables], [.. arguments.Args]);
    }
}
