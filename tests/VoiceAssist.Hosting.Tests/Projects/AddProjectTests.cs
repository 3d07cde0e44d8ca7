using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Projects;

public sealed class AddProjectTests : IDisposable
{
    private const string Settings = """
        {
          "profiles": {
            "web": {
              "commandName": "Project",
              "applicationUrl": "https://localhost:7001;http://localhost:5001;http://localhost:5002",
              "environmentVariables": { "FROM_PROFILE": "1", "ASPNETCORE_ENVIRONMENT": "Development" }
            },
            "worker": { "commandName": "Project" }
          }
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public AddProjectTests()
    {
        _directory.Write("Api/Api.csproj", "<Project />");
        _directory.Write("Api/Properties/launchSettings.json", Settings);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Each_URL_of_the_profile_becomes_an_endpoint()
    {
        Assert.Equal(
            [("https", "https", 7001), ("http", "http", 5001), ("http2", "http", 5002)],
            Run("web").Annotations.OfType<EndpointAnnotation>().Select(e => (e.Name, e.UriScheme, e.Port)));
    }

    [Fact]
    public async Task A_run_tells_the_project_where_to_listen_and_what_its_profile_says()
    {
        var environment = await App.EnvironmentOf(Run("web"));
        Assert.Equal(
            "{api.bindings.https.scheme}://localhost:{api.bindings.https.targetPort};{api.bindings.http.scheme}://localhost:{api.bindings.http.targetPort};{api.bindings.http2.scheme}://localhost:{api.bindings.http2.targetPort}",
            environment["ASPNETCORE_URLS"]);
        Assert.Equal("{api.bindings.https.port}", environment["ASPNETCORE_HTTPS_PORT"]);
        Assert.Equal(("web", "1", "Development"), (environment["DOTNET_LAUNCH_PROFILE"], environment["FROM_PROFILE"], environment["ASPNETCORE_ENVIRONMENT"]));
        Assert.Equal(("simple", "true"), (environment["LOGGING__CONSOLE__FORMATTERNAME"], environment["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"]));
        Assert.Equal("in_memory", environment["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"]);
    }

    [Fact]
    public async Task What_the_model_sets_wins_over_the_profile()
    {
        var app = App.In(_directory.Path);
        var api = app.AddProject("api", "Api/Api.csproj", "web").WithEnvironment("FROM_PROFILE", "2");
        Assert.Equal("2", (await App.EnvironmentOf(api.Resource))["FROM_PROFILE"]);
    }

    [Fact]
    public async Task A_project_without_endpoints_is_told_no_URLs()
    {
        var environment = await App.EnvironmentOf(Run(launchProfileName: null));
        Assert.DoesNotContain("ASPNETCORE_URLS", environment.Keys);
        Assert.DoesNotContain("DOTNET_LAUNCH_PROFILE", environment.Keys);
    }

    [Fact]
    public async Task A_published_web_project_listens_where_the_deployment_says()
    {
        var api = Publish("web");
        Assert.Equal(["http", "https"], api.Annotations.OfType<EndpointAnnotation>().Select(e => e.Name));
        Assert.All(api.Annotations.OfType<EndpointAnnotation>(), e => Assert.Null(e.Port));
        Assert.Equal(
            [new("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory"), new("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"), new("HTTP_PORTS", "{api.bindings.http.targetPort}")],
            await App.EnvironmentOf(api, DistributedApplicationOperation.Publish));
    }

    [Fact]
    public async Task A_published_worker_has_no_endpoints() => Assert.Equal(
        ["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"],
        (await App.EnvironmentOf(Publish("worker"), DistributedApplicationOperation.Publish)).Keys);

    [Fact]
    public async Task A_published_endpoint_of_the_model_is_told_its_port()
    {
        var app = App.In(_directory.Path, "--operation", "publish");
        var api = app.AddProject("api", "Api/Api.csproj", launchProfileName: null).WithHttpEndpoint(targetPort: 8000);
        var environment = await App.EnvironmentOf(api.Resource, DistributedApplicationOperation.Publish);
        Assert.Equal("{api.bindings.http.targetPort}", environment["HTTP_PORTS"]);
    }

    [Fact]
    public void A_project_file_that_does_not_exist_is_named()
    {
        var app = App.In(_directory.Path);
        var error = Assert.Throws<DistributedApplicationException>(() => app.AddProject("web", "Web/Web.csproj"));
        Assert.Contains($"The project of resource 'web' was not found: '{Path.Combine(_directory.Path, "Web/Web.csproj")}'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_number_of_replicas_counts()
    {
        var api = App.In(_directory.Path).AddProject("api", "Api/Api.csproj").WithReplicas(2).WithReplicas(3);
        Assert.Equal(3, api.Resource.GetReplicaCount());
        Assert.Single(api.Resource.Annotations.OfType<ReplicaAnnotation>());
    }

    private ProjectResource Run(string? launchProfileName) => App.In(_directory.Path).AddProject("api", "Api/Api.csproj", launchProfileName).Resource;

    private ProjectResource Publish(string? launchProfileName) =>
        App.In(_directory.Path, "--operation", "publish").AddProject("api", "Api/Api.csproj", launchProfileName).Resource;
}
