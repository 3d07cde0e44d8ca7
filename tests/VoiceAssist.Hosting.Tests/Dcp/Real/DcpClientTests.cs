using System.Text.Json.Nodes;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

public sealed class DcpClientTests
{
    [Fact]
    public async Task A_name_in_use_is_a_conflict_that_names_the_object()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");

        var error = await Assert.ThrowsAsync<DcpApiException>(() => dcp.CreateServiceAsync("web"));

        Assert.True(error.IsConflict);
        Assert.Equal(("Service", "web"), (error.Kind, error.ObjectName));
        Assert.Contains("Service 'web'", error.Message, StringComparison.Ordinal);
        Assert.Contains("already exists", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_object_is_not_found()
    {
        await using var dcp = await RealDcp.StartAsync();

        var error = await Assert.ThrowsAsync<DcpApiException>(() => dcp.Client.GetAsync<Service>("nope", RealDcp.Token));

        Assert.True(error.IsNotFound);
        Assert.Null(await dcp.Client.FindAsync<Service>("nope", RealDcp.Token));
        await dcp.Client.DeleteAsync<Service>("nope", RealDcp.Token);
    }

    [Fact]
    public async Task A_field_that_DCP_refuses_is_invalid_with_its_message()
    {
        await using var dcp = await RealDcp.StartAsync();
        var executable = RealDcp.Script("e", "true");

        var error = await Assert.ThrowsAsync<DcpApiException>(
            () => dcp.Client.CreateAsync(executable with { Spec = executable.Spec with { ExecutablePath = "" } }, RealDcp.Token));

        Assert.True(error.IsInvalid);
        Assert.Contains("Executable path is required", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");

        var patched = await dcp.Client.PatchAsync<Service>(
            "web", new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { ["a"] = "b" } } }, RealDcp.Token);

        Assert.Equal("b", patched.Metadata.Annotations!["a"]);
        Assert.Equal("localhost", patched.Spec.Address);
    }

    [Fact]
    public async Task All_objects_of_a_kind_are_listed()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("a");
        await dcp.CreateServiceAsync("b");

        Assert.Equal(["a", "b"], (await dcp.Client.ListAsync<Service>(RealDcp.Token)).Select(s => s.Metadata.Name).Order());
        Assert.Empty(await dcp.Client.ListAsync<Container>(RealDcp.Token));
    }

    [Fact]
    public async Task A_watch_tells_what_is_there_and_what_happens()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("before");
        var seen = new List<(DcpWatchEventType, string)>();

        await foreach (var (type, service) in dcp.Client.WatchAsync<Service>(RealDcp.Token))
        {
            if (type != DcpWatchEventType.Modified)
            {
                seen.Add((type, service.Metadata.Name));
            }

            if (type == DcpWatchEventType.Added && service.Metadata.Name == "before")
            {
                await dcp.CreateServiceAsync("after");
            }
            else if (type == DcpWatchEventType.Added)
            {
                await dcp.Client.DeleteAsync<Service>("before", RealDcp.Token);
            }
            else if (type == DcpWatchEventType.Deleted)
            {
                break;
            }
        }

        Assert.Equal([(DcpWatchEventType.Added, "before"), (DcpWatchEventType.Added, "after"), (DcpWatchEventType.Deleted, "before")], seen);
    }

    [Fact]
    public async Task A_watch_ends_when_cancelled()
    {
        await using var dcp = await RealDcp.StartAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(RealDcp.Token);
        await dcp.CreateServiceAsync("web");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in dcp.Client.WatchAsync<Service>(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task A_request_without_the_token_is_refused()
    {
        await using var dcp = await RealDcp.StartAsync();
        Assert.True(Kubeconfig.TryParse(await File.ReadAllTextAsync(Path.Combine(dcp.Process.SessionDirectory, "kubeconfig"), RealDcp.Token), out var kubeconfig));
        using var stranger = new DcpClient(kubeconfig with { Token = "guessed" });

        var error = await Assert.ThrowsAsync<DcpApiException>(() => stranger.ListAsync<Service>(RealDcp.Token));

        Assert.False(error.IsUnreachable);
    }

    [Fact]
    public async Task A_server_with_another_certificate_is_not_trusted()
    {
        await using var one = await RealDcp.StartAsync();
        await using var two = await RealDcp.StartAsync();
        Assert.True(Kubeconfig.TryParse(await File.ReadAllTextAsync(Path.Combine(one.Process.SessionDirectory, "kubeconfig"), RealDcp.Token), out var first));
        Assert.True(Kubeconfig.TryParse(await File.ReadAllTextAsync(Path.Combine(two.Process.SessionDirectory, "kubeconfig"), RealDcp.Token), out var second));
        using var mixed = new DcpClient(first with { Authorities = second.Authorities });

        Assert.False(await mixed.IsReadyAsync(RealDcp.Token));
    }
}
