using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class ValueTests
{
    [Fact]
    public async Task A_text_is_itself()
    {
        var web = await WebAsync(p => p.WithEnvironment("GREETING", "hello"));

        Assert.Equal("hello", web.Variable("GREETING").Value);
    }

    [Fact]
    public async Task Text_that_looks_like_a_reference_is_escaped()
    {
        var web = await WebAsync(p => p.WithEnvironment("FORMULA", "$(A) costs $5 and $$"));

        Assert.Equal("$$(A) costs $5 and $$$", web.Variable("FORMULA").Value);
    }

    [Fact]
    public async Task Braces_of_an_expression_are_unescaped()
    {
        var web = await WebAsync((p, other) => p.WithEnvironment("FORMAT", ReferenceExpression.Create($"{{x}} at {other.GetEndpoint("http").Property(EndpointProperty.Port)}")));

        Assert.Equal("{x} at 8080", web.Variable("FORMAT").Value);
    }

    [Theory]
    [InlineData(EndpointProperty.Url, "http://api:8080")]
    [InlineData(EndpointProperty.Host, "api")]
    [InlineData(EndpointProperty.Port, "8080")]
    [InlineData(EndpointProperty.TargetPort, "8080")]
    [InlineData(EndpointProperty.Scheme, "http")]
    [InlineData(EndpointProperty.HostAndPort, "api:8080")]
    [InlineData(EndpointProperty.TlsEnabled, "False")]
    public async Task An_endpoint_is_a_service(EndpointProperty property, string expected)
    {
        var web = await WebAsync((p, other) => p.WithEnvironment(c => c.EnvironmentVariables["API"] = other.GetEndpoint("http").Property(property)));

        Assert.Equal(expected, web.Variable("API").Value);
    }

    [Fact]
    public async Task Service_discovery_finds_http_and_never_an_https_endpoint_where_nothing_listens()
    {
        var web = await WebAsync((p, other) => p.WithReference(other));

        Assert.Equal("http://api:8080", web.Variable("services__api__http__0").Value);
        Assert.DoesNotContain(web.Variables, v => v.Name.Contains("https", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(web.Dropped);
    }

    [Fact]
    public async Task A_project_listens_where_its_endpoint_is()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("web").WithHttpEndpoint(targetPort: 8000));

        Assert.Equal("8000", context.Workload("web").Variable("HTTP_PORTS").Value);
    }

    [Fact]
    public async Task A_default_is_published()
    {
        var web = await WebAsync(p => p.WithEnvironment("GREETING", p.ApplicationBuilder.AddParameter("greeting", "hi", publishValueAsDefault: true)));

        Assert.Equal("hi", web.Variable("GREETING").Value);
    }

    [Fact]
    public async Task A_parameter_without_default_takes_the_environments_setting()
    {
        var context = await TestModel.ReadBaseAsync(
            b => b.AddTestProject("web").WithEnvironment("GREETING", b.AddParameter("greeting")),
            cluster => cluster.Setting("greeting", "hi"));

        Assert.Equal("greeting", context.Workload("web").Variable("GREETING").Setting);
    }

    [Fact]
    public async Task A_parameter_without_value_is_named_with_the_way_out()
    {
        var message = await TestModel.FailureAsync(b => b.AddTestProject("web").WithEnvironment("GREETING", b.AddParameter("greeting")));

        Assert.Contains("variable GREETING of 'web'", message, StringComparison.Ordinal);
        Assert.Contains("Setting(\"greeting\", ...)", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_is_resolved()
    {
        var web = await WebAsync((p, other) =>
        {
            var http = other.GetEndpoint("http");
            p.WithEnvironment("TLS", http.GetTlsValue(ReferenceExpression.Create($"on"), ReferenceExpression.Create($"off for {http.Property(EndpointProperty.Host)}")));
        });

        Assert.Equal("off for api", web.Variable("TLS").Value);
    }

    [Fact]
    public async Task A_value_that_only_the_app_host_knows_is_refused()
    {
        var message = await TestModel.FailureAsync(b => b.AddTestProject("web").WithEnvironment(c => c.EnvironmentVariables["LATE"] = new LateValue()));

        Assert.Contains("LateValue", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_written_as_everywhere()
    {
        var web = await WebAsync(p => p.WithEnvironment(c => c.EnvironmentVariables["RATIO"] = 0.5));

        Assert.Equal("0.5", web.Variable("RATIO").Value);
    }

    private static Task<WorkloadModel> WebAsync(Action<IResourceBuilder<ProjectResource>> shape) => WebAsync((web, _) => shape(web));

    private static async Task<WorkloadModel> WebAsync(Action<IResourceBuilder<ProjectResource>, IResourceBuilder<ProjectResource>> shape)
    {
        var context = await TestModel.ReadBaseAsync(b => shape(
            b.AddTestProject("web"),
            b.AddTestProject("api").WithHttpEndpoint().WithHttpsEndpoint()));
        return context.Workload("web");
    }

    private sealed class LateValue : IValueProvider, IManifestExpressionProvider
    {
        public string ValueExpression => "{late}";

        public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => throw new InvalidOperationException();
    }
}
