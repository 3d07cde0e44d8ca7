using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoiceAssist.Hosting.Tests.State;
using Proto = Aspire.DashboardService.Proto.V1;

namespace VoiceAssist.Hosting.Tests.Dashboard;

public class ResourceMapperTests
{
    private static readonly DateTime Noon = new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_instance_has_its_own_name_and_shows_the_models()
    {
        var resource = Map(new TestResource("worker"), s => s with { State = new("Running", "success") }, id: "worker-abcdefgh");

        Assert.Equal(("worker-abcdefgh", "worker-abcdefgh", "worker", "Project"), (resource.Name, resource.Uid, resource.DisplayName, resource.ResourceType));
        Assert.Equal(("Running", "success"), (resource.State, resource.StateStyle));
    }

    [Fact]
    public void What_the_dashboard_cannot_do_without_is_always_there()
    {
        var resource = ResourceMapper.ToProto(new ResourceEvent(new TestResource("r"), "r", new()
        {
            ResourceType = "T",
            Properties = [new("p", null)],
            Urls = [new(null, "http://localhost:1", IsInternal: false)],
        }));

        Assert.NotNull(resource.CreatedAt);
        Assert.All(resource.Properties, p => Assert.NotNull(p.Value));
        Assert.All(resource.Urls, u => Assert.NotNull(u.DisplayProperties));
    }

    [Fact]
    public void What_is_not_known_is_absent()
    {
        var resource = Map(new TestResource("r"), s => s);

        Assert.False(resource.HasState);
        Assert.False(resource.HasStateStyle);
        Assert.False(resource.HasIconName);
        Assert.Null(resource.StartedAt);
        Assert.Null(resource.StoppedAt);
    }

    [Fact]
    public void Times_are_utc()
    {
        var local = DateTime.SpecifyKind(Noon.ToLocalTime(), DateTimeKind.Local);

        var resource = Map(new TestResource("r"), s => s with
        {
            StartTimeStamp = local,
            StopTimeStamp = DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified),
        });

        Assert.Equal(Timestamp.FromDateTime(Noon), resource.CreatedAt);
        Assert.Equal(Timestamp.FromDateTime(Noon), resource.StartedAt);
        Assert.Equal(Timestamp.FromDateTime(Noon), resource.StoppedAt);
    }

    [Theory]
    [InlineData(true, "Running", true)]
    [InlineData(false, "Hidden", true)]
    [InlineData(false, "Running", false)]
    public void A_resource_can_be_hidden(bool flag, string state, bool hidden) =>
        Assert.Equal(hidden, Map(new TestResource("r"), s => s with { IsHidden = flag, State = state }).IsHidden);

    [Theory]
    [InlineData(HealthStatus.Healthy, Proto.HealthStatus.Healthy)]
    [InlineData(HealthStatus.Degraded, Proto.HealthStatus.Degraded)]
    [InlineData(HealthStatus.Unhealthy, Proto.HealthStatus.Unhealthy)]
    [InlineData(null, null)]
    public void A_health_report_without_an_answer_has_no_status(HealthStatus? status, object? expected)
    {
        var report = Assert.Single(Map(new TestResource("r"), s => s with
        {
            HealthReports = [new("redis_check", status, "fine", "trace") { LastRunAt = Noon }],
        }).HealthReports);

        Assert.Equal(expected is not null, report.HasStatus);
        Assert.Equal((Proto.HealthStatus?)expected ?? default, report.Status);
        Assert.Equal(("redis_check", "fine", "trace", Timestamp.FromDateTime(Noon)), (report.Key, report.Description, report.Exception, report.LastRunAt));
    }

    [Fact]
    public void Urls_keep_their_order_and_visibility()
    {
        var urls = Map(new TestResource("r"), s => s with
        {
            Urls =
            [
                new("http", "http://localhost:1", IsInternal: false) { DisplayProperties = new("Home", 5) },
                new(null, "redis://localhost:2", IsInternal: true) { IsInactive = true },
            ],
        }).Urls;

        Assert.Equal(("http", "http://localhost:1", false, false, "Home", 5), (urls[0].EndpointName, urls[0].FullUrl, urls[0].IsInternal, urls[0].IsInactive, urls[0].DisplayProperties.DisplayName, urls[0].DisplayProperties.SortOrder));
        Assert.Equal((false, true, true), (urls[1].HasEndpointName, urls[1].IsInternal, urls[1].IsInactive));
    }

    [Fact]
    public void Environment_volumes_and_relationships_are_handed_on()
    {
        var resource = Map(new TestResource("r"), s => s with
        {
            EnvironmentVariables = [new("A", "1", IsFromSpec: true), new("B", null, IsFromSpec: false)],
            Volumes = [new(null, "/data", "volume", IsReadOnly: true)],
            Relationships = [new("redis", "WaitFor"), new("server", "Parent")],
        });

        Assert.Equal([("A", "1", true), ("B", "", false)], resource.Environment.Select(e => (e.Name, e.Value, e.IsFromSpec)));
        Assert.False(resource.Environment[1].HasValue);
        Assert.Equal([("", "/data", "volume", true)], resource.Volumes.Select(v => (v.Source, v.Target, v.MountType, v.IsReadOnly)));
        Assert.Equal([("redis", "WaitFor"), ("server", "Parent")], resource.Relationships.Select(r => (r.ResourceName, r.Type)));
    }

    [Fact]
    public void An_icon_has_a_look()
    {
        var resource = Map(new TestResource("r"), s => s with { IconName = "Database", IconVariant = IconVariant.Filled });

        Assert.Equal(("Database", Proto.IconVariant.Filled), (resource.IconName, resource.IconVariant));
    }

    [Theory]
    [InlineData(ResourceCommandState.Enabled, Proto.ResourceCommandState.Enabled)]
    [InlineData(ResourceCommandState.Disabled, Proto.ResourceCommandState.Disabled)]
    [InlineData(ResourceCommandState.Hidden, Proto.ResourceCommandState.Hidden)]
    public void A_command_is_handed_on(ResourceCommandState state, object expected)
    {
        var command = Assert.Single(Map(new TestResource("r"), s => s with
        {
            Commands = [new("stop", state, "Stop", "Stops it", 3, "Sure?", "Stop", IconVariant.Filled, IsHighlighted: true)],
        }).Commands);

        Assert.Equal((Proto.ResourceCommandState)expected, command.State);
        Assert.Equal(("stop", "Stop", "Stops it", "Sure?", "Stop", Proto.IconVariant.Filled, true), (command.Name, command.DisplayName, command.DisplayDescription, command.ConfirmationMessage, command.IconName, command.IconVariant, command.IsHighlighted));
        Assert.Equal(3, command.Parameter.NumberValue);
    }

    [Fact]
    public void The_generic_properties_come_first()
    {
        var resource = Map(new TestResource("r"), s => s with { State = "Exited", ExitCode = 137, Properties = [new("mine", "x"), new("resource.state", "lie")] });

        Assert.Equal(
            [
                ("resource.uid", "r"), ("resource.name", "r"), ("resource.type", "Project"), ("resource.displayName", "r"), ("resource.state", "Exited"),
                ("resource.exitCode", "137"), ("resource.createTime", "2026-01-31T12:00:00.0000000Z"), ("resource.startTime", ""), ("resource.stopTime", ""),
                ("resource.healthState", ""), ("mine", "x"),
            ],
            resource.Properties.Select(p => (p.Name, p.Value.StringValue)));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_keeps_its_kind(object? value, Value expected) => Assert.Equal(expected, PropertyMapper.ToValue(value));

    public static TheoryData<object?, Value> Values => new()
    {
        { null, Value.ForNull() },
        { "text", Value.ForString("text") },
        { 42, Value.ForNumber(42) },
        { 1.5, Value.ForNumber(1.5) },
        { true, Value.ForString("True") },
        { new[] { "a", "b" }, Value.ForList(Value.ForString("a"), Value.ForString("b")) },
        { new[] { 0, 1 }, Value.ForList(Value.ForNumber(0), Value.ForNumber(1)) },
        { new Uri("http://localhost/"), Value.ForString("http://localhost/") },
    };

    [Fact]
    public void A_secret_is_sent_but_marked()
    {
        var property = Property(
            Map(new TestResource("r"), s => s with { Properties = [new("resource.connectionString", "Password=x") { IsSensitive = true }] }), "resource.connectionString");

        Assert.True(property.IsSensitive);
        Assert.Equal("Password=x", property.Value.StringValue);
    }

    [Theory]
    [InlineData("Project", "executable.pid", "Process ID", 2)]
    [InlineData("Container", "container.image", "Container image", 0)]
    [InlineData("Executable", "executable.workDir", "Working directory", 1)]
    [InlineData("Executable", "mine", null, null)]
    public void Known_properties_are_shown_in_their_order(string type, string name, string? displayName, int? order)
    {
        var property = Property(Map(new TestResource("r"), s => s with { ResourceType = type, Properties = [new(name, 1)] }), name);

        Assert.Equal(displayName is not null, property.IsHighlighted);
        Assert.Equal(displayName ?? "", property.DisplayName);
        Assert.Equal(order ?? 0, property.SortOrder);
    }

    [Fact]
    public void The_source_comes_from_the_model_where_the_snapshot_has_none()
    {
        var project = new ProjectResource("p");
        project.Annotations.Add(new Metadata());
        var container = new ContainerResource("c");
        container.Annotations.Add(new ContainerImageAnnotation { Registry = "docker.io", Image = "library/redis", Tag = "8.6" });

        Assert.Equal("/src/p/p.csproj", Property(Map(project, s => s), "project.path").Value.StringValue);
        Assert.Equal("redis-server", Property(Map(new ExecutableResource("e", "redis-server", "/tmp"), s => s), "executable.path").Value.StringValue);
        Assert.Equal("docker.io/library/redis:8.6", Property(Map(container, s => s), "container.image").Value.StringValue);
        Assert.Equal("mine", Property(Map(container, s => s with { Properties = [new("container.image", "mine")] }), "container.image").Value.StringValue);
    }

    [Theory]
    [InlineData(true, false, Proto.ResourceCommandResponseKind.Succeeded)]
    [InlineData(false, false, Proto.ResourceCommandResponseKind.Failed)]
    [InlineData(false, true, Proto.ResourceCommandResponseKind.Cancelled)]
    public void An_outcome_is_told(bool success, bool canceled, object kind)
    {
        var response = CommandMapper.ToProto(new ExecuteCommandResult
        {
            Success = success,
            Canceled = canceled,
            Message = "said",
            Data = new() { Value = "{}", Format = CommandResultFormat.Json, DisplayImmediately = true },
        });

        Assert.Equal((Proto.ResourceCommandResponseKind)kind, response.Kind);
        Assert.Equal("said", response.Message);
        Assert.Equal(!success, response.HasErrorMessage);
        Assert.Equal(("{}", Proto.CommandResultFormat.Json, true), (response.Result.Value, response.Result.Format, response.Result.DisplayImmediately));
    }

    private static Proto.Resource Map(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> change, string? id = null) =>
        ResourceMapper.ToProto(new ResourceEvent(resource, id ?? resource.Name, change(new() { ResourceType = "Project", Properties = [], CreationTimeStamp = Noon })));

    private static Proto.ResourceProperty Property(Proto.Resource resource, string name) => Assert.Single(resource.Properties, p => p.Name == name);

    private sealed class Metadata : IProjectMetadata
    {
        public string ProjectPath => "/src/p/p.csproj";
    }
}
