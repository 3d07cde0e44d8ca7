using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Environment and arguments of a resource in publish mode: its callbacks run, what they refer to stays a reference.</summary>
internal static class PublishedValues
{
    public static async Task<IReadOnlyDictionary<string, object>> GetEnvironmentAsync(
        IResource resource, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        var callbackContext = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(callbackContext).ConfigureAwait(false);
        }

        return callbackContext.EnvironmentVariables;
    }

    public static async Task<IReadOnlyList<object>> GetArgumentsAsync(
        IResource resource, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        var arguments = new List<object>();
        var callbackContext = new CommandLineArgsCallbackContext(arguments, resource, cancellationToken) { ExecutionContext = executionContext };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(callbackContext).ConfigureAwait(false);
        }

        return arguments;
    }

    /// <summary>What a callback set, in a manifest; null leaves it out.</summary>
    public static string? Format(object? value, ManifestReferences references) => value switch
    {
        null => null,
        string text => text,
        ReferenceExpression expression => references.Format(expression),
        IManifestExpressionProvider provider => provider.ValueExpression,
        IResourceBuilder<IResource> builder => Format(builder.Resource, references),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
