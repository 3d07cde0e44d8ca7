using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Extensions;

public class WithEndpointTests
{
    private readonly IResourceBuilder<ContainerResource> _web = App.ForRun().AddContainer("web", "nginx");

    private IEnumerable<EndpointAnnotation> Endpoints => _web.Resource.Annotations.OfType<EndpointAnnotation>();

    [Fact]
    public void An_endpoint_is_added_with_what_is_given()
    {
        _web.WithHttpEndpoint(port: 80, targetPort: 8080).WithHttpsEndpoint(name: "secure").WithEndpoint(scheme: "redis", name: "tcp", isProxied: false, isExternal: true);
        Assert.Equal(
            [("http", "http", 80, 8080, true, false), ("secure", "https", null, null, true, false), ("tcp", "redis", (int?)null, (int?)null, false, true)],
            Endpoints.Select(e => (e.Name, e.UriScheme, e.Port, e.TargetPort, e.IsProxied, e.IsExternal)));
    }

    [Fact]
    public void An_endpoint_of_the_same_name_is_changed_and_keeps_what_is_not_given()
    {
        _web.WithHttpEndpoint(port: 80, targetPort: 8080).WithHttpEndpoint(targetPort: 9090, name: "HTTP");
        var endpoint = Assert.Single(Endpoints);
        Assert.Equal((80, 9090), (endpoint.Port, endpoint.TargetPort));
    }

    [Fact]
    public async Task The_program_can_be_told_its_port_in_a_variable()
    {
        _web.WithHttpEndpoint(env: "PORT");
        Assert.Equal("{web.bindings.http.targetPort}", (await App.EnvironmentOf(_web.Resource))["PORT"]);
    }

    [Fact]
    public void A_callback_changes_the_endpoint_of_a_name_or_creates_it()
    {
        _web.WithHttpEndpoint().WithEndpoint("HTTP", e => e.Port = 1).WithEndpoint("admin", e => e.Port = 2);
        Assert.Equal([("http", 1), ("admin", 2)], Endpoints.Select(e => (e.Name, e.Port)));
    }

    [Fact]
    public void A_callback_for_a_missing_endpoint_can_be_left_out()
    {
        _web.WithEndpoint("admin", _ => Assert.Fail("There is no such endpoint."), createIfNotExists: false);
        Assert.Empty(Endpoints);
    }

    [Fact]
    public void Only_http_and_https_become_external()
    {
        _web.WithHttpEndpoint().WithHttpsEndpoint().WithEndpoint(name: "tcp").WithExternalHttpEndpoints();
        Assert.Equal(["http", "https"], Endpoints.Where(e => e.IsExternal).Select(e => e.Name));
    }
}
