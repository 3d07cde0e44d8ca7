using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Extensions;

public class WithReferenceTests
{
    private readonly DistributedApplicationBuilder _app = App.ForRun();
    private readonly IResourceBuilder<ProjectResource> _api;
    private readonly IResourceBuilder<ContainerResource> _client;

    public WithReferenceTests()
    {
        _api = _app.AddResource(new ProjectResource("my-api"));
        _client = _app.AddContainer("client", "x");
    }

    [Fact]
    public async Task A_connection_string_and_its_properties_are_given_in_the_resources_order()
    {
        _client.WithReference(_app.AddRedis("my-cache"));
        Assert.Equal(
            [
                new("ConnectionStrings__my-cache", "{my-cache.connectionString}"),
                new("MY_CACHE_HOST", "{my-cache.bindings.tcp.host}"),
                new("MY_CACHE_PORT", "{my-cache.bindings.tcp.port}"),
                new("MY_CACHE_PASSWORD", "{my-cache-password.value}"),
                new("MY_CACHE_URI", "{my-cache.bindings.tcp.scheme}://:{my-cache-password.value}@{my-cache.bindings.tcp.host}:{my-cache.bindings.tcp.port}"),
            ],
            await App.EnvironmentOf(_client.Resource));
    }

    [Fact]
    public async Task A_connection_can_have_a_name_of_its_own()
    {
        _client.WithReference(_app.AddRedis("cache"), connectionName: "queue");
        var names = (await App.EnvironmentOf(_client.Resource)).Keys;
        Assert.Equal(["ConnectionStrings__queue", "QUEUE_HOST", "QUEUE_PORT", "QUEUE_PASSWORD", "QUEUE_URI"], names);
    }

    [Fact]
    public async Task Variables_keep_the_order_in_which_the_model_sets_them()
    {
        _client.WithEnvironment("A", "1").WithReference(_app.AddConnectionString("db", ReferenceExpression.Create($"x"))).WithEnvironment("B", "2").WithEnvironment("A", "3");
        Assert.Equal([new("A", "3"), new("ConnectionStrings__db", "{db.connectionString}"), new("B", "2")], await App.EnvironmentOf(_client.Resource));
    }

    [Fact]
    public async Task A_service_is_found_by_the_schemes_of_its_http_endpoints_and_the_names_of_the_others()
    {
        _api.WithHttpEndpoint().WithHttpsEndpoint().WithHttpEndpoint(name: "admin").WithEndpoint(name: "tcp");
        _client.WithReference(_api);
        Assert.Equal(
            [
                new("MY_API_HTTP", "{my-api.bindings.http.url}"),
                new("services__my-api__http__0", "{my-api.bindings.http.url}"),
                new("MY_API_HTTPS", "{my-api.bindings.https.url}"),
                new("services__my-api__https__0", "{my-api.bindings.https.url}"),
                new("MY_API_ADMIN", "{my-api.bindings.admin.url}"),
                new("services__my-api__admin__0", "{my-api.bindings.admin.url}"),
                new("MY_API_TCP", "{my-api.bindings.tcp.url}"),
                new("services__my-api__tcp__0", "{my-api.bindings.tcp.url}"),
            ],
            await App.EnvironmentOf(_client.Resource));
    }

    [Fact]
    public async Task Endpoints_that_are_added_after_the_reference_are_included()
    {
        _client.WithReference(_api);
        _api.WithHttpEndpoint();
        Assert.Contains("services__my-api__http__0", (await App.EnvironmentOf(_client.Resource)).Keys);
    }

    [Fact]
    public async Task A_reference_to_one_endpoint_leaves_out_the_others()
    {
        _api.WithHttpEndpoint().WithHttpsEndpoint();
        _client.WithReference(_api.GetEndpoint("https"));
        Assert.Equal(["MY_API_HTTPS", "services__my-api__https__0"], (await App.EnvironmentOf(_client.Resource)).Keys);
    }

    [Fact]
    public async Task References_to_two_endpoints_add_up_without_repetition()
    {
        _api.WithHttpEndpoint().WithHttpsEndpoint();
        _client.WithReference(_api.GetEndpoint("https")).WithReference(_api.GetEndpoint("http")).WithReference(_api.GetEndpoint("http"));
        Assert.Equal(
            ["MY_API_HTTP", "services__my-api__http__0", "MY_API_HTTPS", "services__my-api__https__0"],
            (await App.EnvironmentOf(_client.Resource)).Keys);
    }

    [Fact]
    public void A_reference_is_shown_in_the_dashboard()
    {
        _client.WithReference(_api);
        Assert.Equal([(_api.Resource, "Reference")], Relationships());
    }

    [Fact]
    public void Everything_that_an_expression_is_composed_of_is_referred_to()
    {
        var parameter = _app.AddParameter("key", "x");
        _api.WithHttpEndpoint();
        _client.WithEnvironment("URL", $"{_api.GetEndpoint("http")}?key={parameter}");
        Assert.Equal([(_api.Resource, "Reference"), (parameter.Resource, "Reference")], Relationships());
    }

    private IEnumerable<(IResource, string)> Relationships() =>
        _client.Resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => (r.Resource, r.Type));
}
