using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VoiceAssist.Hosting.Tests.State;

public class SnapshotTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Running", "", HealthStatus.Healthy)]
    [InlineData("Running", "healthy healthy", HealthStatus.Healthy)]
    [InlineData("Running", "healthy degraded", HealthStatus.Degraded)]
    [InlineData("Running", "degraded unhealthy", HealthStatus.Unhealthy)]
    [InlineData("Running", "healthy none", HealthStatus.Unhealthy)]
    [InlineData("Starting", "", null)]
    [InlineData("Exited", "healthy", null)]
    public void Health_is_the_worst_report_of_a_running_resource(string state, string reports, HealthStatus? expected)
    {
        var snapshot = new CustomResourceSnapshot
        {
            ResourceType = "T",
            Properties = [],
            State = state,
            HealthReports = [.. reports.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((r, i) =>
                new HealthReportSnapshot($"{i}", Enum.TryParse<HealthStatus>(r, ignoreCase: true, out var status) ? status : null, null, null))],
        };

        Assert.Equal(expected, snapshot.HealthStatus);
    }

    [Fact]
    public async Task A_check_without_an_answer_has_a_report_from_the_start()
    {
        await using var host = new StateHost();
        var parent = new TestResource("server").Checked("server_check");
        var child = new TestChild("db", parent).Checked("db_check");

        await host.Set(child, "Running");

        Assert.Equal(["db_check", "server_check"], host.Snapshot("db").HealthReports.Select(r => r.Name));
        Assert.Equal(HealthStatus.Unhealthy, host.Snapshot("db").HealthStatus);
    }

    [Fact]
    public async Task What_was_said_of_a_program_that_has_ended_does_not_hold_for_the_next_one()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r").Checked("c");
        await host.Set(resource, "Running");
        await host.Answer(resource, "c", HealthStatus.Healthy);

        await host.Set(resource, "Exited");
        await host.Set(resource, "Running");

        Assert.Equal(HealthStatus.Unhealthy, host.Snapshot("r").HealthStatus);
    }

    [Fact]
    public async Task An_update_of_a_resource_reaches_all_its_instances()
    {
        await using var host = new StateHost();

        await host.Set(new TestResource("r", replicas: 2), "Running");

        Assert.Equal("Running", host.Snapshot("r-0").State?.Text);
        Assert.Equal("Running", host.Snapshot("r-1").State?.Text);
    }

    [Fact]
    public async Task A_resource_with_several_instances_is_not_found_by_its_name()
    {
        await using var host = new StateHost();
        await host.Set(new TestResource("many", replicas: 2), "Running");
        await host.Set(new TestResource("one", replicas: 1), "Running");

        Assert.False(host.Notifications.TryGetCurrentState("many", out _));
        Assert.True(host.Notifications.TryGetCurrentState("one", out var found));
        Assert.Equal("one-0", found.ResourceId);
    }

    [Fact]
    public async Task An_id_belongs_to_one_resource()
    {
        await using var host = new StateHost();
        await host.Set(new TestResource("first"), "Running", id: "x");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Set(new TestResource("second"), "Running", id: "x"));

        Assert.Contains("'x' belongs to the resource 'first'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_snapshot_comes_from_the_model()
    {
        await using var host = new StateHost();
        var child = new TestChild("db", new TestResource("server"));
        child.Annotations.Add(new ResourceIconAnnotation("Database"));
        var initial = new TestResource("r");
        initial.Annotations.Add(new ResourceSnapshotAnnotation(new() { ResourceType = "Mine", Properties = [new("p", 1)] }));

        await host.Set(child, "Running");
        await host.Set(initial, "Running");

        Assert.Equal("TestChild", host.Snapshot("db").ResourceType);
        Assert.Equal([new("server", "Parent")], host.Snapshot("db").Relationships);
        Assert.Equal("Database", host.Snapshot("db").IconName);
        Assert.NotNull(host.Snapshot("db").CreationTimeStamp);
        Assert.Equal("Mine", host.Snapshot("r").ResourceType);
        Assert.Equal(1, Assert.Single(host.Snapshot("r").Properties).Value);
    }

    [Fact]
    public async Task A_commands_state_follows_the_resource()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r");
        resource.Annotations.Add(new ResourceCommandAnnotation(
            "stop",
            "Stop",
            c => c.ResourceSnapshot.State?.Text == "Running" ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
            _ => Task.FromResult(CommandResults.Success()),
            displayDescription: null,
            parameter: null,
            confirmationMessage: null,
            iconName: "Stop",
            IconVariant.Filled,
            isHighlighted: true));

        await host.Set(resource, "Starting");
        var before = Assert.Single(host.Snapshot("r").Commands).State;
        await host.Set(resource, "Running");

        Assert.Equal(ResourceCommandState.Hidden, before);
        Assert.Equal(ResourceCommandState.Enabled, Assert.Single(host.Snapshot("r").Commands).State);
    }

    [Fact]
    public async Task The_same_content_is_not_told_twice()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r");
        CustomResourceSnapshot Same(CustomResourceSnapshot s) => s with
        {
            State = "Running",
            Properties = [new("list", new[] { "a", "b" }), new("text", "t")],
            EnvironmentVariables = [new("A", "1", true)],
            Urls = [new("http", "http://localhost:1", false)],
        };
        await host.Notifications.PublishUpdateAsync(resource, Same);
        using var subscription = host.Notifications.Subscribe();

        await host.Notifications.PublishUpdateAsync(resource, Same);
        await host.Set(resource, "Exited");

        Assert.True(subscription.Changes.TryRead(out var change));
        Assert.Equal("Exited", change.Snapshot.State?.Text);
    }

    [Fact]
    public async Task No_change_is_lost_or_repeated_between_the_snapshot_and_the_changes_after_it()
    {
        const int Last = 3000;
        await using var host = new StateHost();
        var resource = new TestResource("r");
        var publishing = Task.Run(async () =>
        {
            for (var i = 1; i <= Last; i++)
            {
                var number = i;
                await host.Notifications.PublishUpdateAsync(resource, s => s with { ExitCode = number });
            }
        }, Token);

        var watchers = Enumerable.Range(0, 8).Select(async _ =>
        {
            List<int> seen = [];
            await foreach (var change in host.Notifications.WatchAsync(Token))
            {
                seen.Add(change.Snapshot.ExitCode!.Value);
                if (change.Snapshot.ExitCode == Last)
                {
                    break;
                }
            }

            return seen;
        }).ToArray();
        await publishing;

        foreach (var seen in await Task.WhenAll(watchers))
        {
            Assert.Equal(Enumerable.Range(seen[0], seen.Count), seen);
        }
    }

    [Fact]
    public async Task A_watch_ends_with_the_service()
    {
        await using var host = new StateHost();
        await host.Set(new TestResource("r"), "Running");
        await using var watch = host.Notifications.WatchAsync(Token).GetAsyncEnumerator(Token);
        Assert.True(await watch.MoveNextAsync());

        host.Notifications.Dispose();

        Assert.False(await watch.MoveNextAsync());
    }
}
