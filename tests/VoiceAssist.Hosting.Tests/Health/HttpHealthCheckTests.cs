using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VoiceAssist.Hosting.Tests.Health;

public class HttpHealthCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/ok", 200, HealthStatus.Healthy)]
    [InlineData("/ok", 204, HealthStatus.Unhealthy)]
    [InlineData("/down", 503, HealthStatus.Healthy)]
    [InlineData("/down", 200, HealthStatus.Unhealthy)]
    public async Task Exactly_the_expected_status_is_healthy(string path, int expected, HealthStatus health)
    {
        await using var server = await StartAsync();
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, "http");
        endpoint.AllocatedEndpoint = new(endpoint, "localhost", new Uri(server.Urls.Single()).Port);

        var result = await CheckAsync(endpoint, path, expected);

        Assert.Equal(health, result.Status);
        if (health == HealthStatus.Unhealthy)
        {
            Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"answered {(path == "/ok" ? 200 : 503)}, expected {expected}."), result.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_listening_is_unhealthy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, "http");
        endpoint.AllocatedEndpoint = new(endpoint, "localhost", port);

        var result = await CheckAsync(endpoint, "/", 200);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.StartsWith($"GET http://localhost:{port}/ failed:", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_without_an_address_is_unhealthy()
    {
        var result = await CheckAsync(new(ProtocolType.Tcp, "http"), "/", 200);

        Assert.Equal("The endpoint 'http' has no address yet.", result.Description);
    }

    [Theory]
    [InlineData("http", null, null, null, "r_http_/_200_check")]
    [InlineData("http https", "/ready", null, null, "r_https_/ready_200_check")]
    [InlineData("http https", "/ready", 204, "http", "r_http_/ready_204_check")]
    public void The_key_names_resource_endpoint_path_and_status(string endpoints, string? path, int? status, string? endpoint, string key)
    {
        var builder = new ModelBuilder<ContainerResource>(With(endpoints));

        builder.WithHttpHealthCheck(path, status, endpoint);

        Assert.Equal(key, builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Single().Key);
        using var services = builder.Services.BuildServiceProvider();
        Assert.Equal(key, Assert.Single(services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations).Name);
    }

    [Theory]
    [InlineData("", null, "it has no endpoint named 'https' or 'http'. Endpoints: none.")]
    [InlineData("tcp", "web", "it has no endpoint named 'web'. Endpoints: 'tcp' (tcp).")]
    [InlineData("tcp", "tcp", "the scheme of the endpoint 'tcp' is 'tcp', not http or https.")]
    public void An_endpoint_that_cannot_be_asked_is_refused(string endpoints, string? endpoint, string reason)
    {
        var error = Assert.Throws<DistributedApplicationException>(
            () => new ModelBuilder<ContainerResource>(With(endpoints)).WithHttpHealthCheck(endpointName: endpoint));

        Assert.Equal($"Could not create HTTP health check for resource 'r': {reason}", error.Message);
    }

    [Fact]
    public void A_check_is_added_once()
    {
        var builder = new ModelBuilder<ContainerResource>(With("http")).WithHealthCheck("k");

        var error = Assert.Throws<DistributedApplicationException>(() => builder.WithHealthCheck("k"));

        Assert.Equal("Resource 'r' already has a health check with key 'k'.", error.Message);
    }

    private static ContainerResource With(string endpoints)
    {
        var resource = new ContainerResource("r");
        foreach (var scheme in endpoints.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            resource.Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, scheme));
        }

        return resource;
    }

    private static Task<HealthCheckResult> CheckAsync(EndpointAnnotation endpoint, string path, int expected) =>
        new HttpEndpointHealthCheck(new(new ContainerResource("r"), endpoint), path, expected).CheckHealthAsync(new(), Token);

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/ok", () => "ok");
        app.MapGet("/down", () => Results.StatusCode(503));
        await app.StartAsync(Token);
        return app;
    }
}
