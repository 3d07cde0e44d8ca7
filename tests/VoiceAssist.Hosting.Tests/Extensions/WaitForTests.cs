using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Extensions;

public class WaitForTests
{
    private readonly DistributedApplicationBuilder _app = App.ForRun();
    private readonly IResourceBuilder<ContainerResource> _web;
    private readonly IResourceBuilder<PostgresServerResource> _server;
    private readonly IResourceBuilder<PostgresDatabaseResource> _database;

    public WaitForTests()
    {
        _web = _app.AddContainer("web", "nginx");
        _server = _app.AddPostgres("pg");
        _database = _server.AddDatabase("db");
    }

    private IEnumerable<(IResource, WaitType, WaitBehavior?, int)> Waits =>
        _web.Resource.Annotations.OfType<WaitAnnotation>().Select(w => (w.Resource, w.WaitType, w.WaitBehavior, w.ExitCode));

    [Fact]
    public void Waiting_for_a_child_is_waiting_for_its_parent_too()
    {
        _web.WaitFor(_database);
        Assert.Equal([(_server.Resource, WaitType.WaitUntilHealthy, null, 0), (_database.Resource, WaitType.WaitUntilHealthy, (WaitBehavior?)null, 0)], Waits);
    }

    [Fact]
    public void A_start_is_waited_for_with_the_behavior_that_is_given()
    {
        _web.WaitForStart(_database, WaitBehavior.WaitOnResourceUnavailable);
        Assert.Equal(
            [
                (_server.Resource, WaitType.WaitUntilStarted, WaitBehavior.WaitOnResourceUnavailable, 0),
                (_database.Resource, WaitType.WaitUntilStarted, (WaitBehavior?)WaitBehavior.WaitOnResourceUnavailable, 0),
            ],
            Waits);
    }

    [Fact]
    public void A_completion_is_that_of_the_resource_alone()
    {
        _web.WaitForCompletion(_server, exitCode: 3);
        Assert.Equal([(_server.Resource, WaitType.WaitForCompletion, (WaitBehavior?)null, 3)], Waits);
    }

    [Fact]
    public void A_wait_is_shown_in_the_dashboard()
    {
        _web.WaitFor(_server);
        Assert.Contains(_web.Resource.Annotations.OfType<ResourceRelationshipAnnotation>(), r => r.Resource == _server.Resource && r.Type == "WaitFor");
    }

    [Fact]
    public void Nothing_waits_for_itself()
    {
        var error = Assert.Throws<DistributedApplicationException>(() => _web.WaitFor(_web));
        Assert.Equal("The resource 'web' cannot wait for itself.", error.Message);
    }

    [Fact]
    public void A_child_does_not_wait_for_its_parent()
    {
        var child = _app.AddResource(new Child("child", _web.Resource));
        var error = Assert.Throws<DistributedApplicationException>(() => child.WaitFor(_web));
        Assert.Equal("The resource 'child' cannot wait for its parent 'web'.", error.Message);
    }

    private sealed class Child(string name, ContainerResource parent) : ContainerResource(name), IResourceWithParent<ContainerResource>
    {
        public ContainerResource Parent { get; } = parent;
    }
}
