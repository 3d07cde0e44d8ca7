using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;
using Aspire.Hosting.Orchestration;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Orchestration;

/// <summary>The objects that DCP is given, as it reads them.</summary>
public sealed class FactoryTests : IDisposable
{
    private static readonly ResolvedConfiguration Nothing = new([], []);

    private readonly TemporaryDirectory _directory = new();
    private readonly DistributedApplicationBuilder _app = App.ForRun();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_executable_is_written_with_arguments_environment_and_the_services_it_produces()
    {
        var api = _app.AddExecutable("api", "/bin/api", _directory.Path).WithHttpEndpoint(targetPort: 8000).WithHttpsEndpoint().WithAnnotation(new ReplicaAnnotation(2));
        var configuration = new ResolvedConfiguration([new("PORT", DcpText.TargetPort("api-https")), new("BRACES", "{{x")], [new("--a", false), new("{{b", true)]);
        AssertJson(
            $$"""
            {
              "apiVersion": "usvc-dev.developer.microsoft.com/v1",
              "kind": "Executable",
              "metadata": {
                "name": "api-abcd",
                "annotations": {
                  "resource-name": "api",
                  "otel-service-name": "api",
                  "otel-service-instance-id": "abcd",
                  "resource-replica-count": "2",
                  "resource-replica-index": "1",
                  "service-producer": "[{\u0022serviceName\u0022:\u0022api-http\u0022,\u0022address\u0022:\u0022localhost\u0022,\u0022port\u0022:8000},{\u0022serviceName\u0022:\u0022api-https\u0022,\u0022address\u0022:\u0022localhost\u0022}]"
                }
              },
              "spec": {
                "executablePath": "/bin/api",
                "workingDirectory": "{{_directory.Path}}",
                "args": ["--a", "{{"{{\\u0022{{\\u0022}}"}}b"],
                "env": [{ "name": "PORT", "value": "{{"{{portForServing \\u0022api-https\\u0022}}"}}" }, { "name": "BRACES", "value": "{{"{{\\u0022{{\\u0022}}"}}x" }],
                "executionType": "Process"
              }
            }
            """,
            JsonSerializer.Serialize(ExecutableFactory.Create(api.Resource, new("api-abcd", "abcd", 1), configuration, appHost: null), DcpJson.Default.Executable));
    }

    [Fact]
    public void A_working_directory_that_does_not_exist_is_named()
    {
        var api = _app.AddExecutable("api", "/bin/api", Path.Combine(_directory.Path, "gone"));
        var error = Assert.Throws<DistributedApplicationException>(() => ExecutableFactory.Create(api.Resource, new("api-abcd", "abcd", 0), Nothing, appHost: null));
        Assert.Equal($"The working directory of resource 'api' does not exist: '{_directory.Path}/gone'.", error.Message);
    }

    [Fact]
    public void A_project_that_the_build_did_not_name_is_started_through_dotnet()
    {
        var path = _directory.Write("Api.csproj", "<Project />");
        var api = _app.AddProject("api", path, launchProfileName: null);
        var spec = ExecutableFactory.Create(api.Resource, new("api-abcd", "abcd", 0), new([], [new("--x", false)]), appHost: null).Spec;
        Assert.Equal(_directory.Path, spec.WorkingDirectory);
        Assert.Equal(["run", "--project", path, "--no-build", "--no-launch-profile", "--", "--x"], spec.Args);
        Assert.Contains(spec.Env!, e => e.Name == "DOTNET_ROOT" && File.Exists(Path.Combine(e.Value!, "dotnet")));
    }

    [Fact]
    public void A_project_that_is_gone_is_named()
    {
        var api = _app.AddProject("api", _directory.Write("Api.csproj", "<Project />"), launchProfileName: null);
        File.Delete(api.Resource.GetProjectMetadata().ProjectPath);
        var error = Assert.Throws<DistributedApplicationException>(() => ExecutableFactory.Create(api.Resource, new("api-abcd", "abcd", 0), Nothing, appHost: null));
        Assert.Equal($"The project of resource 'api' was not found: '{_directory.Path}/Api.csproj'.", error.Message);
    }

    [Fact]
    public void A_container_is_written_with_image_ports_volumes_and_network()
    {
        var web = _app.AddContainer("web", "nginx", "1.27")
            .WithHttpEndpoint(port: 80, targetPort: 8080)
            .WithEndpoint(targetPort: 53, name: "dns", protocol: System.Net.Sockets.ProtocolType.Udp, isProxied: false)
            .WithVolume("data", "/data")
            .WithVolume("/scratch")
            .WithBindMount("/etc/hosts", "/hosts", isReadOnly: true)
            .WithEntrypoint("/bin/sh")
            .WithLifetime(ContainerLifetime.Persistent);
        AssertJson(
            """
            {
              "apiVersion": "usvc-dev.developer.microsoft.com/v1",
              "kind": "Container",
              "metadata": {
                "name": "web-abcd",
                "annotations": {
                  "resource-name": "web",
                  "otel-service-name": "web",
                  "otel-service-instance-id": "abcd",
                  "resource-replica-count": "1",
                  "resource-replica-index": "0",
                  "service-producer": "[{\u0022serviceName\u0022:\u0022web-http\u0022,\u0022address\u0022:\u0022localhost\u0022,\u0022port\u0022:8080},{\u0022serviceName\u0022:\u0022web-dns\u0022,\u0022address\u0022:\u0022localhost\u0022,\u0022port\u0022:53}]"
                }
              },
              "spec": {
                "image": "nginx:1.27",
                "containerName": "web-abcd",
                "command": "/bin/sh",
                "args": ["-x"],
                "env": [{ "name": "A", "value": "1" }],
                "ports": [{ "containerPort": 8080, "protocol": "TCP" }, { "containerPort": 53, "hostPort": 53, "protocol": "UDP" }],
                "volumeMounts": [
                  { "type": "volume", "source": "data", "target": "/data" },
                  { "type": "volume", "source": "", "target": "/scratch" },
                  { "type": "bind", "source": "/etc/hosts", "target": "/hosts", "readOnly": true }
                ],
                "networks": [{ "name": "aspire-container-network", "aliases": ["web", "web.dev.internal"] }],
                "persistent": true
              }
            }
            """,
            JsonSerializer.Serialize(ContainerFactory.Create(web.Resource, new("web-abcd", "abcd", 0), new([new("A", "1")], [new("-x", false)])), DcpJson.Default.Container));
    }

    [Fact]
    public void A_shell_is_given_its_command_as_one_string()
    {
        var redis = _app.AddRedis("redis");
        var arguments = new[] { "redis-server", "--requirepass", "$REDIS_PASSWORD" }.Select(a => new ResolvedArgument(a, false));
        var container = ContainerFactory.Create(redis.Resource, new("redis-abcd", "abcd", 0), new([], [.. arguments]));
        Assert.Equal(["-c", "redis-server --requirepass $REDIS_PASSWORD"], container.Spec.Args);
    }

    [Fact]
    public void A_container_without_an_image_is_named()
    {
        var web = new ContainerResource("web");
        var error = Assert.Throws<DistributedApplicationException>(() => ContainerFactory.Create(web, new("web-abcd", "abcd", 0), Nothing));
        Assert.Equal("The container 'web' has no image. Call WithImage.", error.Message);
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual)!.ToJsonString());
}
