using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Evaluates a resource's environment and arguments for a run; waits for the addresses that stand in them.</summary>
internal static class ConfigurationResolver
{
    /// <summary>Name and value of each variable, in the order in which the model set them.</summary>
    /// <exception cref="DistributedApplicationException">A value is missing; the message names it.</exception>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> EnvironmentAsync(
        IResource resource, DistributedApplicationExecutionContext executionContext, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(context).ConfigureAwait(false);
        }

        var values = new ValueProviderContext { Caller = resource, ExecutionContext = executionContext };
        var variables = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            if (await TextAsync(value, values, $"the environment variable '{name}' of resource '{resource.Name}'", cancellationToken).ConfigureAwait(false) is { } text)
            {
                variables.Add(new(name, text));
            }
        }

        return variables;
    }

    /// <summary>The arguments, and whether each is a secret.</summary>
    /// <inheritdoc cref="EnvironmentAsync" path="/exception"/>
    public static async Task<IReadOnlyList<ResolvedArgument>> ArgumentsAsync(
        IResource resource, DistributedApplicationExecutionContext executionContext, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken) { ExecutionContext = executionContext, Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(context).ConfigureAwait(false);
        }

        var values = new ValueProviderContext { Caller = resource, ExecutionContext = executionContext };
        var arguments = new List<ResolvedArgument>();
        foreach (var value in context.Args)
        {
            if (await TextAsync(value, values, $"an argument of resource '{resource.Name}'", cancellationToken).ConfigureAwait(false) is { } text)
            {
                arguments.Add(new(text, Secrets.IsSensitive(value)));
            }
        }

        return arguments;
    }

    private static async ValueTask<string?> TextAsync(object value, ValueProviderContext context, string where, CancellationToken cancellationToken)
    {
        try
        {
            return value switch
            {
                string text => text,
                IValueProvider provider => await provider.GetValueAsync(context, cancellationToken).ConfigureAwait(false),
                IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(context, cancellationToken).ConfigureAwait(false),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                bool flag => flag ? "true" : "false",
                _ => throw new DistributedApplicationException($"A value of type '{value.GetType()}' cannot be used. Allowed: strings, numbers and values of the model."),
            };
        }
        catch (Exception e) when (e is DistributedApplicationException or InvalidOperationException or FormatException)
        {
            throw new DistributedApplicationException($"The value for {where} is not available: {e.Message}", e);
        }
    }
}
