using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace VoiceAssist.Hosting.Tests.Support;

/// <summary>App hosts without a dashboard, and what their resources are given.</summary>
internal static class App
{
    public static DistributedApplicationBuilder ForRun(params string[] args) => In(AppContext.BaseDirectory, args);

    public static DistributedApplicationBuilder ForPublish(params string[] args) => ForRun(["--operation", "publish", .. args]);

    public static DistributedApplicationBuilder In(string directory, params string[] args) =>
        new(new() { Args = args, ProjectDirectory = directory, DisableDashboard = true });

    public static DistributedApplicationExecutionContext Context(DistributedApplicationOperation operation = DistributedApplicationOperation.Run) =>
        new(operation, static () => new ServiceCollection().BuildServiceProvider());

    /// <summary>The variables that the model sets, as a manifest would write them.</summary>
    public static async Task<Dictionary<string, string>> EnvironmentOf(IResource resource, DistributedApplicationOperation operation = DistributedApplicationOperation.Run)
    {
        var context = new EnvironmentCallbackContext(Context(operation), resource);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        return context.EnvironmentVariables.ToDictionary(v => v.Key, v => Text(v.Value));
    }

    /// <summary>The arguments that the model sets, as a manifest would write them.</summary>
    public static async Task<string[]> ArgumentsOf(IResource resource, DistributedApplicationOperation operation = DistributedApplicationOperation.Run)
    {
        var context = new CommandLineArgsCallbackContext([], resource) { ExecutionContext = Context(operation) };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        return [.. context.Args.Select(Text)];
    }

    /// <summary>Gives an endpoint its address on the developer's machine.</summary>
    public static void Allocate(this EndpointReference endpoint, int port) =>
        endpoint.EndpointAnnotation.AllocatedEndpoint = new(endpoint.EndpointAnnotation, "localhost", port, "{{portForServing \"x\"}}");

    public static ParameterResource Parameter(string name, string value, bool secret = false) => new(name, _ => value, secret);

    private static string Text(object value) => value is IManifestExpressionProvider expression ? expression.ValueExpression : value.ToString()!;
}
