using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using VoiceAssist.Hosting.Tests.State;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public sealed class ValueResourcesTests : IAsyncDisposable
{
    private readonly StateHost _host = new();
    private readonly DistributedApplicationBuilder _app = App.ForRun("--Parameters:open=x", "--Parameters:closed=y");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ValueResources Values => new(new(_app.Resources), _host.Notifications);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_parameter_shows_its_value_unless_it_is_secret()
    {
        _app.AddParameter("open");
        _app.AddParameter("closed", secret: true);
        await Values.PublishParametersAsync(Cancellation);
        Assert.Equal(("Running", "x", false), Shape("open", "Value"));
        Assert.Equal(("Running", "y", true), Shape("closed", "Value"));
    }

    [Fact]
    public async Task A_parameter_without_a_value_says_so()
    {
        _app.AddParameter("missing", secret: true);
        await Values.PublishParametersAsync(Cancellation);
        var (state, value, isSensitive) = Shape("missing", "Value");
        Assert.Equal(("ValueMissing", false), (state, isSensitive));
        Assert.StartsWith("The parameter 'missing' has no value", (string?)value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_is_shown_as_a_secret_or_as_the_reason_why_it_is_missing()
    {
        _app.AddConnectionString("db", ReferenceExpression.Create($"Host=h;Password={_app.AddParameter("closed", secret: true)}"));
        _app.AddConnectionString("broken", ReferenceExpression.Create($"Password={_app.AddParameter("missing")}"));
        await Values.PublishConnectionStringsAsync(Cancellation);
        Assert.Equal(("Running", "Host=h;Password=y", true), Shape("db", "resource.connectionString"));
        Assert.Equal(("FailedToStart", false), (Shape("broken", "resource.connectionString").State, Shape("broken", "resource.connectionString").IsSensitive));
    }

    [Fact]
    public async Task A_child_follows_its_parent()
    {
        var parent = new TestResource("server");
        var child = new TestChild("db", parent);
        var values = new ValueResources(new([parent, child]), _host.Notifications);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var following = values.FollowParentsAsync(stop.Token);
        await _host.Set(parent, "Running");
        await _host.Notifications.WaitForResourceAsync("db", "Running", Cancellation);
        await _host.Set(parent, "Finished", exitCode: 3);
        var end = await _host.Notifications.WaitForResourceAsync("db", e => e.Snapshot.State?.Text == "Finished", Cancellation);
        Assert.Equal(3, end.Snapshot.ExitCode);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    private (string? State, object? Value, bool IsSensitive) Shape(string name, string property)
    {
        var snapshot = _host.Snapshot(name);
        var found = snapshot.Properties.Single(p => p.Name == property);
        return (snapshot.State?.Text, found.Value, found.IsSensitive);
    }
}
