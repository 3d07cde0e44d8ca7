namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

/// <summary>What cannot be published is named, with the way out.</summary>
public class RefusalTests
{
    private static readonly Dictionary<string, Action<IDistributedApplicationBuilder>> Models = new()
    {
        ["executable"] = b => b.AddExecutable("tool", "tool", "."),
        ["bind mount"] = b => b.AddContainer("box", "box", "1").WithBindMount("/etc/box", "/etc/box"),
        ["no image"] = b => b.AddResource(new ContainerResource("box")),
        ["two ports of one number"] = b => b.AddContainer("box", "box", "1").WithHttpEndpoint(targetPort: 80, name: "one").WithHttpEndpoint(targetPort: 80, name: "two"),
        ["no target port"] = b => b.AddContainer("box", "box", "1").WithEndpoint(name: "tcp"),
        ["second http endpoint without port"] = b => b.AddTestProject("web").WithHttpEndpoint().WithHttpEndpoint(name: "admin"),
        ["long port name"] = b => b.AddContainer("box", "box", "1").WithEndpoint(targetPort: 80, name: "a-very-long-endpoint"),
        ["upper case"] = b => b.AddTestProject("Web"),
        ["long stateful name"] = b => b.AddContainer(new string('a', 53), "box", "1").WithVolume("data", "/data"),
        ["shared volume"] = b =>
        {
            b.AddContainer("one", "box", "1").WithVolume("data", "/data");
            b.AddContainer("two", "box", "1").WithVolume("data", "/data");
        },
        ["endpoint of what is not published"] = b => b.AddTestProject("web").WithEnvironment("X", b.AddExecutable("tool", "tool", ".").WithHttpEndpoint(targetPort: 80).ExcludeFromManifest().GetEndpoint("http")),
        ["unknown endpoint"] = b => b.AddTestProject("web").WithEnvironment("X", b.AddTestProject("api").WithHttpEndpoint().GetEndpoint("grpc")),
        ["name of a variable"] = b => b.AddTestProject("web").WithEnvironment("A B", "x"),
        ["encoded secret in an argument"] = b => b.AddContainer("box", "box", "1").WithArgs(ReferenceExpression.Create($"{b.AddUntouchable("key"):uri}")),
    };

    [Theory]
    [InlineData("executable", "'tool' (ExecutableResource)", "ExcludeFromManifest")]
    [InlineData("bind mount", "'box' mounts the directory '/etc/box'", "Put the files into the image")]
    [InlineData("no image", "The container 'box' has no image", "WithImage")]
    [InlineData("two ports of one number", "'one' and 'two' of 'box' share the port 80/TCP", "another target port")]
    [InlineData("no target port", "'tcp' of 'box' has no target port", "targetPort:")]
    [InlineData("second http endpoint without port", "'admin' of 'web' has no target port", "targetPort:")]
    [InlineData("long port name", "'a-very-long-endpoint' of 'box'", "1 to 15")]
    [InlineData("upper case", "'Web' cannot name a Service", "lower-case")]
    [InlineData("long stateful name", "cannot name a StatefulSet", "at most 52")]
    [InlineData("shared volume", "'data' is mounted by 'one' and by 'two'", "a name of its own")]
    [InlineData("endpoint of what is not published", "belongs to 'tool', which is not published", "Publish the resource")]
    [InlineData("unknown endpoint", "'api' has no endpoint 'grpc'", "It has: http.")]
    [InlineData("name of a variable", "'A B' of 'web'", "Allowed:")]
    [InlineData("encoded secret in an argument", "Argument 0 of 'box'", "'key' percent-encoded")]
    public async Task It_is_refused(string model, string what, string wayOut)
    {
        var message = await TestModel.FailureAsync(Models[model]);

        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(wayOut, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_volume_without_size_is_refused_when_planned()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddContainer("box", "box", "1").WithVolume("data", "/data"));

        Assert.Contains("WithStorage", Assert.Throws<DistributedApplicationException>(context.Plan).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exposed_workload_without_external_endpoint_is_refused_when_planned()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("web").WithHttpEndpoint().WithExposure(e => e.Ingress("shop.example")));

        Assert.Contains("WithExternalHttpEndpoints", Assert.Throws<DistributedApplicationException>(context.Plan).Message, StringComparison.Ordinal);
    }
}
