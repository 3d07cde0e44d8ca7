using System.Net;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class DcpClientConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_that_the_server_ends_is_opened_again_and_catches_up()
    {
        var streams = 0;
        await using var server = new ScriptedApiServer(context => context.Response.WriteAsync((context.Request.QueryString.Value, streams) switch
        {
            ("?watch=true", 0) when Interlocked.Increment(ref streams) == 1 =>
                $"{Line("ADDED", "goes")}\n{Line("ADDED", "stays")}\n{Line("ADDED", "changes")}\n" + """{"type":"BOOKMARK","object":{}}""" + "\n",
            ("?watch=true", _) => $"{Line("ADDED", "stays")}\n{Line("ADDED", "changes", "Ready")}\n",
            _ => $$"""{"items":[{{Service("stays")}},{{Service("changes", "Ready")}}]}""",
        }));
        using var client = new DcpClient(await server.StartAsync());
        var seen = new List<string>();

        await foreach (var (type, service) in client.WatchAsync<Service>(Token))
        {
            seen.Add($"{type} {service.Metadata.Name}");
            if (seen.Count == 5)
            {
                break;
            }
        }

        Assert.Equal(["Added goes", "Added stays", "Added changes", "Deleted goes", "Modified changes"], seen);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again()
    {
        await using var server = new ScriptedApiServer(LosesFirstAnswer());
        using var client = new DcpClient(await server.StartAsync());

        Assert.Equal("web", (await client.GetAsync<Service>("web", Token)).Metadata.Name);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_not_repeated()
    {
        await using var server = new ScriptedApiServer(LosesFirstAnswer());
        using var client = new DcpClient(await server.StartAsync());
        var service = new Service { Metadata = new DcpMetadata { Name = "web" }, Spec = new ServiceSpec { Protocol = "TCP" } };

        var error = await Assert.ThrowsAsync<DcpApiException>(() => client.CreateAsync(service, Token));

        Assert.True(error.IsUnreachable);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_reported_after_the_retries()
    {
        var kubeconfig = await AwayAsync();
        var time = new FakeTimeProvider();
        using var client = new DcpClient(kubeconfig, time);
        var begin = time.GetTimestamp();

        var listing = client.ListAsync<Service>(Token);
        while (!listing.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(listing, Task.Delay(1, Token));
        }

        var error = await Assert.ThrowsAsync<DcpApiException>(() => listing);
        Assert.True(error.IsUnreachable);
        Assert.Contains(kubeconfig.Server.ToString(), error.Message, StringComparison.Ordinal);
        Assert.True(time.GetElapsedTime(begin) > TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Readiness_is_answered_without_retries()
    {
        using var client = new DcpClient(await AwayAsync(), new FakeTimeProvider());

        Assert.False(await client.IsReadyAsync(Token));
    }

    [Fact]
    public async Task A_refusal_in_plain_text_is_reported_as_it_is()
    {
        await using var server = new ScriptedApiServer(context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.GatewayTimeout;
            return context.Response.WriteAsync("still cleaning\n");
        });
        using var client = new DcpClient(await server.StartAsync());

        var error = await Assert.ThrowsAsync<DcpApiException>(() => client.GetAsync<Service>("web", Token));

        Assert.Equal("GET Service 'web': DCP answered 504 Gateway Timeout: still cleaning", error.Message);
    }

    private static async Task<Kubeconfig> AwayAsync()
    {
        await using var server = new ScriptedApiServer(_ => Task.CompletedTask);
        return await server.StartAsync();
    }

    private static RequestDelegate LosesFirstAnswer()
    {
        var requests = 0;
        return context =>
        {
            if (Interlocked.Increment(ref requests) > 1)
            {
                return context.Response.WriteAsync(Service("web"));
            }

            context.Abort();
            return Task.CompletedTask;
        };
    }

    private static string Line(string type, string name, string state = "NotReady") =>
        $$"""{"type":"{{type}}","object":{{Service(name, state)}}}""";

    private static string Service(string name, string state = "NotReady") =>
        $$$"""{"kind":"Service","metadata":{"name":"{{{name}}}"},"spec":{"protocol":"TCP"},"status":{"state":"{{{state}}}"}}""";
}
