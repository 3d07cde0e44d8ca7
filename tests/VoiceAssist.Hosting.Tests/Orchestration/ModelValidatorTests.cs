using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class ModelValidatorTests
{
    private readonly DistributedApplicationBuilder _app = App.ForRun();

    [Fact]
    public void A_model_that_can_run_is_let_through()
    {
        var cache = _app.AddContainer("cache", "redis").WithEndpoint(targetPort: 6379, scheme: "redis");
        _app.AddExecutable("worker", "worker", "/").WithHttpEndpoint().WithAnnotation(new ReplicaAnnotation(3)).WaitFor(cache);
        ModelValidator.Validate(new(_app.Resources));
    }

    [Fact]
    public void Two_endpoints_of_one_name_are_refused()
    {
        _app.AddExecutable("api", "api", "/").WithHttpEndpoint().WithHttpsEndpoint().WithEndpoint("https", e => e.Name = "HTTP");
        Refuses("The resource 'api' has two endpoints named 'http'. The names of a resource's endpoints must differ.");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_port_that_is_none_is_refused(int port)
    {
        _app.AddExecutable("api", "api", "/").WithHttpEndpoint(port: port);
        Refuses($"The port {port} of endpoint 'http' of resource 'api' is not a port. Allowed: 1 to 65535.");
    }

    [Fact]
    public void A_target_port_that_is_none_is_refused()
    {
        _app.AddExecutable("api", "api", "/").WithHttpEndpoint(targetPort: 70000);
        Refuses("The target port 70000 of endpoint 'http' of resource 'api' is not a port. Allowed: 1 to 65535.");
    }

    [Fact]
    public void A_container_must_say_where_it_listens()
    {
        _app.AddContainer("web", "nginx").WithHttpEndpoint();
        Refuses("The endpoint 'http' of the container 'web' has no target port. Say on which port the container listens: targetPort.");
    }

    [Theory]
    [InlineData(8000, true, "the fixed target port 8000")]
    [InlineData(null, false, "no proxy")]
    public void Replicas_cannot_share_a_port(int? targetPort, bool isProxied, string reason)
    {
        _app.AddExecutable("api", "api", "/").WithHttpEndpoint(targetPort: targetPort, isProxied: isProxied).WithAnnotation(new ReplicaAnnotation(2));
        Refuses($"The endpoint 'http' of resource 'api' has {reason}, so its 2 replicas would listen on the same port. Leave the target port open, or run one replica.");
    }

    [Fact]
    public void Waiting_for_what_is_not_in_the_model_is_refused()
    {
        _app.AddContainer("web", "nginx").WaitFor(_app.CreateResourceBuilder(new ContainerResource("ghost")));
        Refuses("The resource 'web' waits for 'ghost', which is not in the app model. Add it, or remove the WaitFor call.");
    }

    [Fact]
    public void Waiting_in_a_circle_is_refused_with_the_circle()
    {
        var (a, b) = (_app.AddContainer("a", "x"), _app.AddContainer("b", "x"));
        a.WaitFor(b);
        b.WaitFor(a);
        Refuses("The resources wait for each other in a circle, so none of them could start: 'a' -> 'b' -> 'a'. Remove one of these WaitFor calls.");
    }

    private void Refuses(string message) =>
        Assert.Equal(message, Assert.Throws<DistributedApplicationException>(() => ModelValidator.Validate(new(_app.Resources))).Message);
}
