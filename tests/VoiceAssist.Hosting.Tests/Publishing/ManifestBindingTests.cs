using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

public class ManifestBindingTests
{
    [Theory]
    [InlineData(null, 80, null, 80)]
    [InlineData(8088, 80, 8088, 80)]
    [InlineData(80, 80, null, 80)]
    [InlineData(5000, null, null, 5000)]
    [InlineData(null, null, null, 8000)]
    [InlineData(0, 0, null, 8000)]
    public async Task A_container_listens_on_its_target_port_or_else_on_the_public_one(int? port, int? targetPort, int? writtenPort, int? writtenTargetPort) =>
        await AssertPortsAsync(Container("c").Endpoint("e", "tcp", port, targetPort), "e", writtenPort, writtenTargetPort);

    [Theory]
    [InlineData("http", null, null, null)]
    [InlineData("https", null, null, null)]
    [InlineData("http", 5000, 5000, null)]
    [InlineData("tcp", null, null, 8000)]
    [InlineData("tcp", 5000, 5000, 8000)]
    public async Task The_image_decides_where_a_projects_first_http_and_https_endpoints_listen(string scheme, int? port, int? writtenPort, int? writtenTargetPort) =>
        await AssertPortsAsync(Project("p").Endpoint("e", scheme, port), "e", writtenPort, writtenTargetPort);

    [Fact]
    public async Task A_projects_second_http_endpoint_is_numbered()
    {
        var project = Project("p").Endpoint("a", "http").Endpoint("b", "http").Endpoint("c", "https").Endpoint("d", "https");
        var bindings = (await Manifest.EntryAsync(project))["bindings"]!;
        Assert.Equal([null, 8000, null, 8001], bindings.AsObject().Select(b => (int?)b.Value!["targetPort"]));
    }

    [Fact]
    public async Task Numbers_skip_ports_that_the_model_has_named_before()
    {
        var entries = await Manifest.EntriesAsync(
            Container("a").Endpoint("e", "tcp", port: 8000, targetPort: 8001),
            Container("b").Endpoint("e", "tcp"),
            Container("c").Endpoint("e", "tcp"));
        Assert.Equal([8001, 8002, 8003], entries.Select(e => (int?)e.Value!["bindings"]!["e"]!["targetPort"]));
    }

    [Fact]
    public async Task An_endpoint_without_a_proxy_has_one_port()
    {
        var endpoint = new EndpointAnnotation(System.Net.Sockets.ProtocolType.Tcp, "tcp", name: "e", port: 7000, isProxied: false);
        await AssertPortsAsync(Container("c").With(endpoint), "e", null, 7000);
    }

    [Fact]
    public async Task External_is_written_only_where_it_is_true()
    {
        var bindings = (await Manifest.EntryAsync(Container("c").Endpoint("a", "tcp", targetPort: 1, external: true).Endpoint("b", "tcp", targetPort: 2)))["bindings"]!;
        Assert.True((bool)bindings["a"]!["external"]!);
        Assert.False(bindings["b"]!.AsObject().ContainsKey("external"));
    }

    private static async Task AssertPortsAsync(IResource resource, string endpoint, int? port, int? targetPort)
    {
        JsonNode binding = (await Manifest.EntryAsync(resource))["bindings"]![endpoint]!;
        Assert.Equal((port, targetPort), ((int?)binding["port"], (int?)binding["targetPort"]));
    }

    private static ContainerResource Container(string name) => new ContainerResource(name).Image("x", "1");

    private static ProjectResource Project(string name) => new ProjectResource(name).With(new ProjectAt(Path.GetFullPath("/src/p/p.csproj")));
}
