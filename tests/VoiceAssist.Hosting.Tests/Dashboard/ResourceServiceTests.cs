using Aspire.DashboardService.Proto.V1;
using Aspire.Hosting.ApplicationModel;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using VoiceAssist.Hosting.Tests.State;
using static VoiceAssist.Hosting.Tests.Dashboard.ServiceHost;

namespace VoiceAssist.Hosting.Tests.Dashboard;

public sealed class ResourceServiceTests : IAsyncDisposable
{
    private readonly ServiceHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_app_tells_its_name_and_asks_for_no_version()
    {
        var client = await _host.ConnectAsync();

        var answer = await client.GetApplicationInformationAsync(new(), With(Key));

        Assert.Equal(("VoiceAssist", ""), (answer.ApplicationName, answer.MinDashboardVersion));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdeX")]
    [InlineData("short")]
    public async Task A_call_without_the_right_key_is_rejected(string? key)
    {
        var client = await _host.ConnectAsync();

        var unary = await Assert.ThrowsAsync<RpcException>(async () => await client.GetApplicationInformationAsync(new(), With(key)));
        var stream = await Assert.ThrowsAsync<RpcException>(async () => await client.WatchResources(new(), With(key)).ResponseStream.MoveNext(Token));

        Assert.Equal((StatusCode.Unauthenticated, StatusCode.Unauthenticated), (unary.StatusCode, stream.StatusCode));
    }

    [Fact]
    public async Task Resources_come_all_at_once_and_then_as_they_change()
    {
        var resource = new TestResource("worker", replicas: 2);
        await _host.State.Set(resource, "Starting");
        var client = await _host.ConnectAsync();
        using var call = client.WatchResources(new(), With(Key));

        var first = await NextAsync(call);
        await _host.State.Set(resource, "Running", "worker-1");
        var second = await NextAsync(call);

        Assert.Equal([("worker-0", "Starting"), ("worker-1", "Starting")], first.InitialData.Resources.Select(r => (r.Name, r.State)));
        Assert.Equal([("worker-1", "worker", "Running")], second.Changes.Value.Select(c => (c.Upsert.Name, c.Upsert.DisplayName, c.Upsert.State)));
    }

    [Fact]
    public async Task An_app_without_resources_says_so_at_once()
    {
        var client = await _host.ConnectAsync();
        using var call = client.WatchResources(new(), With(Key));

        Assert.Equal(WatchResourcesUpdate.KindOneofCase.InitialData, (await NextAsync(call)).KindCase);
    }

    [Fact]
    public async Task A_dashboard_that_comes_back_starts_with_all_resources_again()
    {
        var resource = new TestResource("r");
        await _host.State.Set(resource, "Starting");
        var client = await _host.ConnectAsync();
        using (var first = client.WatchResources(new(), With(Key)))
        {
            await NextAsync(first);
        }

        await _host.State.Set(resource, "Running");
        using var again = client.WatchResources(new() { IsReconnect = true }, With(Key));

        Assert.Equal("Running", Assert.Single((await NextAsync(again)).InitialData.Resources).State);
    }

    [Fact]
    public async Task Initial_data_beyond_a_message_follows_as_changes()
    {
        var large = new string('x', 3 * 1024 * 1024);
        string[] names = ["a", "b", "c", "d", "e", "f"];
        foreach (var name in names)
        {
            await _host.State.Notifications.PublishUpdateAsync(new TestResource(name), s => s with { Properties = [new("large", large)] });
        }

        var client = await _host.ConnectAsync();
        using var call = client.WatchResources(new(), With(Key));

        List<string> seen = [.. (await NextAsync(call)).InitialData.Resources.Select(r => r.Name)];
        Assert.Equal(["a", "b"], seen);
        while (seen.Count < names.Length)
        {
            seen.AddRange((await NextAsync(call)).Changes.Value.Select(c => c.Upsert.Name));
        }

        Assert.Equal(names, seen);
    }

    [Fact]
    public async Task Log_lines_of_the_past_come_first_then_new_ones()
    {
        await _host.State.Set(new TestResource("r", replicas: 1), "Running");
        _host.State.Loggers.GetLogger("r-0").LogInformation("past");
        var client = await _host.ConnectAsync();
        using var call = client.WatchResourceConsoleLogs(new() { ResourceName = "r-0" }, With(Key));
        Assert.True(await call.ResponseStream.MoveNext(Token));
        var past = Assert.Single(call.ResponseStream.Current.LogLines);

        _host.State.Loggers.GetLogger("r-0").LogError("new");
        Assert.True(await call.ResponseStream.MoveNext(Token));
        var live = Assert.Single(call.ResponseStream.Current.LogLines);

        Assert.Equal((1, false), (past.LineNumber, past.IsStdErr));
        Assert.Equal((2, true), (live.LineNumber, live.IsStdErr));
        Assert.EndsWith("Z new", live.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_follow_gets_the_past_and_an_end()
    {
        await _host.State.Set(new TestResource("r"), "Running");
        _host.State.Loggers.GetLogger("r").LogInformation("past");
        var client = await _host.ConnectAsync();
        using var call = client.WatchResourceConsoleLogs(new() { ResourceName = "r", SuppressFollow = true }, With(Key));

        Assert.True(await call.ResponseStream.MoveNext(Token));
        Assert.Single(call.ResponseStream.Current.LogLines);
        Assert.False(await call.ResponseStream.MoveNext(Token));
    }

    [Fact]
    public async Task The_log_of_an_unknown_resource_is_at_its_end()
    {
        var client = await _host.ConnectAsync();
        using var call = client.WatchResourceConsoleLogs(new() { ResourceName = "x" }, With(Key));

        Assert.False(await call.ResponseStream.MoveNext(Token));
    }

    [Fact]
    public async Task A_source_is_closed_when_the_dashboard_stops_watching()
    {
        await _host.State.Set(new TestResource("r"), "Running");
        _host.State.Loggers.GetLogger("r").LogInformation("past");
        var client = await _host.ConnectAsync();
        await using var subscribers = _host.State.Loggers.WatchAnySubscribersAsync(Token).GetAsyncEnumerator(Token);
        using (var call = client.WatchResourceConsoleLogs(new() { ResourceName = "r" }, With(Key)))
        {
            Assert.True(await call.ResponseStream.MoveNext(Token));
            Assert.True(await subscribers.MoveNextAsync());
        }

        Assert.True(await subscribers.MoveNextAsync());
        Assert.Equal(new("r", false), subscribers.Current);
    }

    [Fact]
    public async Task A_command_is_executed_and_its_outcome_told()
    {
        var resource = new TestResource("r", replicas: 2);
        resource.Annotations.Add(new ResourceCommandAnnotation(
            "greet", "Greet", _ => Aspire.Hosting.ApplicationModel.ResourceCommandState.Enabled, c => Task.FromResult(CommandResults.Success($"hello from {c.ResourceName}")), null, null, null, null, null, isHighlighted: false));
        await _host.State.Set(resource, "Running");
        var client = await _host.ConnectAsync();

        var done = await client.ExecuteResourceCommandAsync(new() { ResourceName = "r-1", CommandName = "greet", ResourceType = "T" }, With(Key));
        var unknown = await client.ExecuteResourceCommandAsync(new() { ResourceName = "r-1", CommandName = "sing", ResourceType = "T" }, With(Key));

        Assert.Equal((ResourceCommandResponseKind.Succeeded, "hello from r-1"), (done.Kind, done.Message));
        Assert.Equal((ResourceCommandResponseKind.Failed, "Command 'sing' not available for resource 'r-1'. Commands: greet."), (unknown.Kind, unknown.ErrorMessage));
    }

    [Fact]
    public async Task Interactions_are_an_idle_stream_that_is_open_at_once()
    {
        var client = await _host.ConnectAsync();
        using var call = client.WatchInteractions(With(Key));

        await call.ResponseHeadersAsync.WaitAsync(Token);
        await call.RequestStream.WriteAsync(new() { InteractionId = 1 }, Token);
        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext(Token));
    }

    [Fact]
    public async Task Streams_end_when_the_host_stops()
    {
        var host = new ServiceHost();
        await host.State.Set(new TestResource("r"), "Running");
        var client = await host.ConnectAsync();
        using var resources = client.WatchResources(new(), With(Key));
        using var logs = client.WatchResourceConsoleLogs(new() { ResourceName = "r" }, With(Key));
        using var interactions = client.WatchInteractions(With(Key));
        await NextAsync(resources);
        await interactions.ResponseHeadersAsync;
        var ends = Task.WhenAll(EndAsync(resources.ResponseStream), EndAsync(logs.ResponseStream), EndAsync(interactions.ResponseStream));

        await host.DisposeAsync();

        await ends;
    }

    [Fact]
    public async Task The_address_is_on_this_machine_only()
    {
        var uri = await _host.StartAsync();

        Assert.Equal(("http", "127.0.0.1"), (uri.Scheme, uri.Host));
        Assert.NotEqual(0, uri.Port);
    }

    private static async Task<WatchResourcesUpdate> NextAsync(AsyncServerStreamingCall<WatchResourcesUpdate> call) =>
        await call.ResponseStream.MoveNext(Token) ? call.ResponseStream.Current : throw new InvalidOperationException("The stream has ended.");

    private static async Task EndAsync<T>(IAsyncStreamReader<T> stream)
    {
        try
        {
            while (await stream.MoveNext(Token))
            {
            }
        }
        catch (RpcException)
        {
        }
    }
}
