using Microsoft.AspNetCore.Http;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Cli.Tests.LoadTest.Generation;

/// <summary>Against a real server on this machine.</summary>
public sealed class LoadGeneratorTests
{
    [Fact]
    public async Task Every_request_that_is_due_is_sent_and_counted()
    {
        await using var server = await LoadedServer.StartAsync(_ => Task.CompletedTask);

        var result = await RunAsync(server.Url, "hold:200@1s");

        Assert.Equal(server.Requests, result.Due);
        Assert.InRange(result.Due, 199, 200);
        Assert.Equal(result.Due, result.Succeeded);
        Assert.Equal(0, result.ErrorRate);
        Assert.Equal(result.Due, result.Seconds.Sum(s => s.Due));
        Assert.True(result.Latency.P50 > 0 && result.Latency.P50 <= result.Latency.P99 && result.Latency.P99 <= result.Latency.Max);
    }

    [Fact]
    public async Task A_body_is_sent_as_what_it_is()
    {
        var types = new List<string?>();
        await using var server = await LoadedServer.StartAsync(context =>
        {
            lock (types)
            {
                types.Add($"{context.Request.Method} {context.Request.ContentType}");
            }

            return Task.CompletedTask;
        });

        await RunAsync(server.Url, "hold:10@1s", new("""{"text":"stop"}"""u8.ToArray(), "application/json"));

        Assert.Equal(["POST application/json"], types.Distinct());
    }

    [Fact]
    public async Task A_server_that_stalls_does_not_hold_requests_back_and_their_wait_counts()
    {
        using var stall = new SemaphoreSlim(0);
        await using var server = await LoadedServer.StartAsync(_ => stall.WaitAsync());
        using var generator = new LoadGenerator(new(HttpMethod.Get, server.Url), new(), TimeProvider.System);
        var run = generator.RunAsync(LoadProfile.Parse("hold:100@1s"), TestContext.Current.CancellationToken);

        await Eventually.BeAsync("all are under way though none is answered", () => Task.FromResult(server.Requests >= 99), () => $"{server.Requests}");
        stall.Release(1000);
        var result = await run;

        // The first was due up to a second before the last one was sent: an honest median has about half of that.
        Assert.Equal(result.Due, result.Succeeded);
        Assert.True(result.Latency.P50 > 300, $"{result.Latency}");
        Assert.True(result.Latency.Max > 900, $"{result.Latency}");
    }

    [Fact]
    public async Task What_is_due_beyond_the_limit_is_not_sent_and_counts_as_failed()
    {
        using var stall = new SemaphoreSlim(0);
        await using var server = await LoadedServer.StartAsync(_ => stall.WaitAsync());
        using var generator = new LoadGenerator(new(HttpMethod.Get, server.Url), new() { MostUnderWay = 10 }, TimeProvider.System);
        var run = generator.RunAsync(LoadProfile.Parse("hold:100@1s"), TestContext.Current.CancellationToken);

        await Eventually.BeAsync("the others are given up", () => Task.FromResult(generator.SoFar.Ended >= 89), () => $"{generator.SoFar}");
        stall.Release(1000);
        var result = await run;

        Assert.Equal(10, result.Succeeded);
        Assert.Equal(result.Due - 10, result.Outcomes[RequestOutcome.NotSent]);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_a_time_out_with_its_latency()
    {
        using var stall = new SemaphoreSlim(0);
        await using var server = await LoadedServer.StartAsync(context => stall.WaitAsync(context.RequestAborted));

        var result = await RunAsync(server.Url, "hold:20@1s", options: new() { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(result.Due, result.Outcomes[RequestOutcome.TimedOut]);
        Assert.True(result.Latency.P50 >= 190, $"{result.Latency}");
    }

    [Fact]
    public async Task Bad_statuses_are_failures_by_their_number()
    {
        await using var server = await LoadedServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });

        var result = await RunAsync(server.Url, "hold:20@1s");

        Assert.Equal(1, result.ErrorRate);
        Assert.Equal(result.Due, result.BadStatuses[503]);
    }

    [Fact]
    public async Task A_server_that_cuts_connections_is_reported_as_broken()
    {
        await using var server = await LoadedServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var result = await RunAsync(server.Url, "hold:20@1s");

        Assert.Equal(result.Due, result.Outcomes[RequestOutcome.Broken]);
    }

    [Fact]
    public async Task A_server_that_dies_turns_success_into_refusal()
    {
        await using var server = await LoadedServer.StartAsync(_ => Task.CompletedTask);
        using var generator = new LoadGenerator(new(HttpMethod.Get, server.Url), new() { Timeout = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = generator.RunAsync(LoadProfile.Parse("hold:100@1h"), enough.Token);

        await Eventually.BeAsync("it answers", () => Task.FromResult(generator.SoFar.Succeeded > 10), () => $"{generator.SoFar}");
        await server.DisposeAsync();
        await Eventually.BeAsync("failures are seen", () => Task.FromResult(generator.SoFar.Ended > generator.SoFar.Succeeded + 20), () => $"{generator.SoFar}");
        await enough.CancelAsync();
        var result = await run;

        Assert.True(result.Outcomes[RequestOutcome.Refused] > 0);
        Assert.True(result.Succeeded > 10);
    }

    [Fact]
    public async Task Nobody_listening_is_refused()
    {
        var result = await RunAsync(new Uri($"http://127.0.0.1:{Loopback.FreePort()}/"), "hold:20@1s");

        Assert.Equal(result.Due, result.Outcomes[RequestOutcome.Refused]);
        Assert.Equal(0, result.Latency.Max);
    }

    private static async Task<LoadResult> RunAsync(Uri url, string load, LoadBody? body = null, LoadOptions? options = null)
    {
        using var generator = new LoadGenerator(new(body is null ? HttpMethod.Get : HttpMethod.Post, url, body), options ?? new(), TimeProvider.System);
        return await generator.RunAsync(LoadProfile.Parse(load), TestContext.Current.CancellationToken);
    }
}
