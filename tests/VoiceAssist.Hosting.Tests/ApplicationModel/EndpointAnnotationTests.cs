using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class EndpointAnnotationTests
{
    [Theory]
    [InlineData(null, null, "tcp", "tcp", "tcp", false)]
    [InlineData("http", null, "http", "http", "http", false)]
    [InlineData("https", "web", "https", "web", "http", true)]
    [InlineData("HTTPS", "web", "HTTPS", "web", "http", true)]
    [InlineData("redis", "tcp", "redis", "tcp", "tcp", false)]
    public void Scheme_name_transport_and_TLS_follow_from_what_is_given(string? scheme, string? name, string expectedScheme, string expectedName, string transport, bool tls)
    {
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, scheme, name: name);
        Assert.Equal((expectedScheme, expectedName, transport, tls), (endpoint.UriScheme, endpoint.Name, endpoint.Transport, endpoint.TlsEnabled));
    }

    [Fact]
    public void A_udp_endpoint_is_named_after_its_protocol() => Assert.Equal("udp", new EndpointAnnotation(ProtocolType.Udp).Name);

    [Theory]
    [InlineData(80, 8080, true, 80, 8080)]
    [InlineData(80, null, true, 80, null)]
    [InlineData(null, 8080, true, null, 8080)]
    [InlineData(80, 8080, false, 80, 8080)]
    [InlineData(80, null, false, 80, 80)]
    [InlineData(null, 8080, false, 8080, 8080)]
    [InlineData(null, null, false, null, null)]
    public void Without_a_proxy_each_port_stands_in_for_the_other(int? port, int? targetPort, bool isProxied, int? expectedPort, int? expectedTarget)
    {
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, port: port, targetPort: targetPort, isProxied: isProxied);
        Assert.Equal((expectedPort, expectedTarget), (endpoint.Port, endpoint.TargetPort));
    }

    [Fact]
    public void TLS_can_be_set_against_the_scheme()
    {
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, "redis") { TlsEnabled = true };
        Assert.True(endpoint.TlsEnabled);
    }

    [Fact]
    public void An_address_cannot_be_taken_back() =>
        Assert.Contains("endpoint 'tcp'", Assert.Throws<ArgumentNullException>(() => new EndpointAnnotation(ProtocolType.Tcp).AllocatedEndpoint = null).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public void An_address_needs_a_port(int port) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AllocatedEndpoint(new(ProtocolType.Tcp), "localhost", port));

    [Fact]
    public void An_address_is_written_as_a_URL()
    {
        var allocated = new AllocatedEndpoint(new(ProtocolType.Tcp, "http"), "localhost", 5000);
        Assert.Equal(("localhost:5000", "http://localhost:5000"), (allocated.EndPointString, allocated.ToString()));
    }
}
