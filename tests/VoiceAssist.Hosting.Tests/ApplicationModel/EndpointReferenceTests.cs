using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class EndpointReferenceTests
{
    private readonly ContainerResource _cache = new("cache");
    private readonly EndpointAnnotation _endpoint = new(ProtocolType.Tcp, "redis", name: "tcp", targetPort: 6379);

    public EndpointReferenceTests() => _cache.Annotations.Add(_endpoint);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EndpointReference Reference => _cache.GetEndpoint("tcp");

    [Theory]
    [InlineData(EndpointProperty.Url, "{cache.bindings.tcp.url}", "redis://localhost:5001", "redis://cache.dev.internal:6379")]
    [InlineData(EndpointProperty.Host, "{cache.bindings.tcp.host}", "localhost", "cache.dev.internal")]
    [InlineData(EndpointProperty.IPV4Host, "{cache.bindings.tcp.host}", "127.0.0.1", "cache.dev.internal")]
    [InlineData(EndpointProperty.Port, "{cache.bindings.tcp.port}", "5001", "6379")]
    [InlineData(EndpointProperty.Scheme, "{cache.bindings.tcp.scheme}", "redis", "redis")]
    [InlineData(EndpointProperty.TargetPort, "{cache.bindings.tcp.targetPort}", "6379", "6379")]
    [InlineData(EndpointProperty.HostAndPort, "{cache.bindings.tcp.host}:{cache.bindings.tcp.port}", "localhost:5001", "cache.dev.internal:6379")]
    [InlineData(EndpointProperty.TlsEnabled, "{cache.bindings.tcp.tlsEnabled}", "False", "False")]
    public async Task A_property_has_an_expression_and_a_value_in_each_network(EndpointProperty property, string expression, string onTheHost, string inAContainer)
    {
        Reference.Allocate(5001);
        _endpoint.AllAllocatedEndpoints.Set(KnownNetworkIdentifiers.DefaultAspireContainerNetwork, new(_endpoint, "cache.dev.internal", 6379));
        var container = new ContainerResource("other");
        container.Annotations.Add(new ContainerImageAnnotation { Image = "x" });
        var value = Reference.Property(property);
        Assert.Equal(expression, value.ValueExpression);
        Assert.Equal(onTheHost, await value.GetValueAsync(Cancellation));
        Assert.Equal(onTheHost, await value.GetValueAsync(new() { Caller = new ProjectResource("api") }, Cancellation));
        Assert.Equal(inAContainer, await value.GetValueAsync(new() { Caller = container }, Cancellation));
        Assert.Equal(onTheHost, await value.GetValueAsync(new() { Caller = container, Network = KnownNetworkIdentifiers.LocalhostNetwork }, Cancellation));
    }

    [Fact]
    public async Task A_value_waits_for_the_address()
    {
        var url = Reference.GetValueAsync(Cancellation).AsTask();
        Assert.False(Reference.IsAllocated);
        Assert.False(url.IsCompleted);
        Reference.Allocate(5001);
        Assert.Equal("redis://localhost:5001", await url);
        Assert.True(Reference.IsAllocated);
    }

    [Fact]
    public async Task An_address_that_cannot_exist_fails_those_that_wait_for_it()
    {
        var url = Reference.GetValueAsync(new() { Network = KnownNetworkIdentifiers.DefaultAspireContainerNetwork }, Cancellation).AsTask();
        _endpoint.AllAllocatedEndpoints.Fail(KnownNetworkIdentifiers.DefaultAspireContainerNetwork, new InvalidOperationException("no way"));
        Assert.Equal("no way", (await Assert.ThrowsAsync<InvalidOperationException>(() => url)).Message);
    }

    [Fact]
    public async Task An_open_target_port_is_what_the_orchestrator_will_put_in()
    {
        _endpoint.TargetPort = null;
        Reference.Allocate(5001);
        Assert.Equal("{{portForServing \"x\"}}", await Reference.Property(EndpointProperty.TargetPort).GetValueAsync(Cancellation));
    }

    [Fact]
    public void The_name_of_an_endpoint_is_found_whatever_its_case() => Assert.Equal(6379, _cache.GetEndpoint("TCP").TargetPort);

    [Fact]
    public void A_reference_may_precede_its_endpoint()
    {
        var admin = _cache.GetEndpoint("admin");
        Assert.False(admin.Exists);
        Assert.False(admin.TlsEnabled);
        _cache.Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, "https", name: "admin"));
        Assert.True(admin.Exists);
        Assert.True(admin.TlsEnabled);
    }

    [Fact]
    public void An_endpoint_that_does_not_exist_is_refused_with_those_that_do()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _cache.GetEndpoint("http").Url);
        Assert.Equal("The endpoint 'http' is not defined for the resource 'cache'. Available endpoints: 'tcp'.", error.Message);
        error = Assert.Throws<InvalidOperationException>(() => new ProjectResource("api").GetEndpoint("http").Scheme);
        Assert.Equal("The endpoint 'http' is not defined for the resource 'api'. The resource has no endpoints.", error.Message);
    }

    [Fact]
    public void A_URL_that_is_read_too_early_names_the_endpoint()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Reference.Url);
        Assert.Equal("The endpoint 'tcp' is not allocated for the resource 'cache'.", error.Message);
    }
}
