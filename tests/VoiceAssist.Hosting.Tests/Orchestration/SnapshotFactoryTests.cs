using System.Collections.Immutable;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class SnapshotFactoryTests
{
    private static readonly DateTime Now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly DistributedApplicationBuilder _app = App.ForRun();

    [Fact]
    public void An_executable_shows_its_path_and_directory()
    {
        var snapshot = Initial(_app.AddExecutable("api", "/bin/api", "/").Resource);
        Assert.Equal(("Executable", Now), (snapshot.ResourceType, snapshot.CreationTimeStamp));
        Assert.Equal([("executable.path", "/bin/api"), ("executable.workDir", "/")], snapshot.Properties.Select(p => (p.Name, p.Value)));
    }

    [Fact]
    public void A_container_shows_its_image_ports_and_volumes()
    {
        var snapshot = Initial(_app.AddContainer("web", "nginx").WithHttpEndpoint(targetPort: 80).WithVolume("data", "/data").WithBindMount("/etc", "/conf", isReadOnly: true).Resource);
        Assert.Equal("nginx:latest", snapshot.Properties.Single(p => p.Name == "container.image").Value);
        Assert.Equal(["80"], Assert.IsType<ImmutableArray<string>>(snapshot.Properties.Single(p => p.Name == "container.ports").Value));
        Assert.Equal([new("data", "/data", "volume", false), new("/etc", "/conf", "bind", true)], snapshot.Volumes);
    }

    [Fact]
    public void A_child_shows_its_parent_and_its_icon()
    {
        var database = _app.AddPostgres("pg").AddDatabase("db");
        var snapshot = Initial(database.Resource);
        Assert.Contains(snapshot.Properties, p => p.Name == "resource.parentName" && (string?)p.Value == "pg");
        Assert.Equal([new("pg", "Parent")], snapshot.Relationships);
        Assert.Equal(("Database", IconVariant.Filled), (snapshot.IconName, snapshot.IconVariant));
    }

    [Fact]
    public void A_relationship_is_shown_once()
    {
        var (web, cache) = (_app.AddContainer("web", "nginx"), _app.AddRedis("cache"));
        web.WithReference(cache).WithReference(cache).WaitFor(cache);
        Assert.Equal([new("cache", "Reference"), new("cache", "WaitFor")], Initial(web.Resource).Relationships);
    }

    [Fact]
    public void What_the_model_said_of_the_first_state_is_kept()
    {
        var current = new CustomResourceSnapshot { ResourceType = "x", Properties = [new("mine", 1)], State = "NotStarted" };
        var snapshot = SnapshotFactory.Initial(new ContainerResource("web"), current, Now);
        Assert.Equal(("Container", "NotStarted", "mine"), (snapshot.ResourceType, snapshot.State?.Text, snapshot.Properties[0].Name));
    }

    [Fact]
    public void Secret_arguments_are_marked_one_by_one()
    {
        var configuration = new ResolvedConfiguration([new("A", "1")], [new("--key", false), new("hidden", true)]);
        var snapshot = new CustomResourceSnapshot { ResourceType = "x", Properties = [] }.WithConfiguration(configuration);
        var arguments = snapshot.Properties.Single(p => p.Name == "resource.appArgs");
        Assert.True(arguments.IsSensitive);
        Assert.Equal(["--key", "hidden"], Assert.IsType<ImmutableArray<string>>(arguments.Value));
        Assert.Equal([0, 1], Assert.IsType<ImmutableArray<int>>(snapshot.Properties.Single(p => p.Name == "resource.appArgsSensitivity").Value));
        Assert.Equal([new("A", "1", IsFromSpec: true)], snapshot.EnvironmentVariables);
    }

    private static CustomResourceSnapshot Initial(IResource resource) =>
        SnapshotFactory.Initial(resource, new() { ResourceType = "", Properties = [] }, Now);
}
