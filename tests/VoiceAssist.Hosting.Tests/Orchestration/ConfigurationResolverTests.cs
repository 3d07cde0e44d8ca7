using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Logging.Abstractions;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class ConfigurationResolverTests
{
    private readonly DistributedApplicationBuilder _app = App.ForRun();
    private readonly IResourceBuilder<ContainerResource> _web;

    public ConfigurationResolverTests() => _web = _app.AddContainer("web", "nginx");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_of_each_kind_become_text_in_the_models_order()
    {
        _web.WithEnvironment(context =>
        {
            var variables = context.EnvironmentVariables;
            variables["TEXT"] = "x";
            variables["NUMBER"] = 1.5;
            variables["FLAG"] = true;
            variables["PARAMETER"] = App.Parameter("p", "y");
            variables["BUILDER"] = _app.AddParameter("q", "z");
            variables["NOTHING"] = ReferenceExpression.Empty;
            variables["COMPOSED"] = ReferenceExpression.Create($"<{App.Parameter("p", "y")}>");
        });
        Assert.Equal(
            [new("TEXT", "x"), new("NUMBER", "1.5"), new("FLAG", "true"), new("PARAMETER", "y"), new("BUILDER", "z"), new("COMPOSED", "<y>")],
            await EnvironmentAsync());
    }

    [Fact]
    public async Task A_container_is_given_addresses_that_it_can_reach()
    {
        _web.WithHttpEndpoint(targetPort: 80).WithEnvironment("SELF", _web.GetEndpoint("http"));
        var endpoint = _web.GetEndpoint("http").EndpointAnnotation;
        endpoint.AllAllocatedEndpoints.Set(KnownNetworkIdentifiers.DefaultAspireContainerNetwork, new(endpoint, "web.dev.internal", 80));
        Assert.Equal([new("SELF", "http://web.dev.internal:80")], await EnvironmentAsync());
    }

    [Fact]
    public async Task A_missing_parameter_names_the_variable_and_the_resource()
    {
        _web.WithEnvironment("API_KEY", _app.AddParameter("api-key"));
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(EnvironmentAsync);
        Assert.StartsWith(
            "The value for the environment variable 'API_KEY' of resource 'web' is not available: The parameter 'api-key' has no value and no default.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_none_is_refused_with_what_is_allowed()
    {
        _web.WithEnvironment(context => context.EnvironmentVariables["X"] = new object());
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(EnvironmentAsync);
        Assert.Equal(
            "The value for the environment variable 'X' of resource 'web' is not available: A value of type 'System.Object' cannot be used. Allowed: strings, numbers and values of the model.",
            error.Message);
    }

    [Fact]
    public async Task Arguments_know_whether_they_are_secret()
    {
        var secret = App.Parameter("s", "hidden", secret: true);
        _web.WithArgs("--open", App.Parameter("p", "x"), secret, ReferenceExpression.Create($"key={secret}"));
        Assert.Equal(
            [new("--open", false), new("x", false), new("hidden", true), new("key=hidden", true)],
            await ConfigurationResolver.ArgumentsAsync(_web.Resource, App.Context(), NullLogger.Instance, Cancellation));
    }

    [Fact]
    public async Task A_missing_argument_names_the_resource()
    {
        _web.WithArgs(_app.AddParameter("api-key").Resource);
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() =>
            ConfigurationResolver.ArgumentsAsync(_web.Resource, App.Context(), NullLogger.Instance, Cancellation));
        Assert.StartsWith("The value for an argument of resource 'web' is not available: ", error.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<KeyValuePair<string, string>>> EnvironmentAsync() =>
        ConfigurationResolver.EnvironmentAsync(_web.Resource, App.Context(), NullLogger.Instance, Cancellation);
}
