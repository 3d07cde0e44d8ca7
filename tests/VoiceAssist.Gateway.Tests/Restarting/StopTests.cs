using System.Net;
using System.Net.Sockets;
using System.Text;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Tests.Jobs.Submitting;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests.Restarting;

/// <summary>What a client notices of a gateway that is told to stop: as little as possible.</summary>
public class StopTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    [Fact]
    public async Task An_upload_that_has_begun_is_accepted()
    {
        await using var gateway = await GatewayAsync();
        var recording = Recordings.OfLength(Recordings.Patient);
        using var upload = await RawRequest.UploadAsync(gateway.Client.BaseAddress!, recording[..^1], recording.Length, $"Authorization: {ApiKeyPair.Mobile.Header}");

        await gateway.TerminateAsync();
        await Eventually.BeAsync("new connections are refused", () => IsClosedAsync(gateway.Client.BaseAddress!));
        await upload.WriteAsync(recording[^1..]);

        Assert.Equal((int)HttpStatusCode.Accepted, await upload.StatusAsync());
        Assert.Equal(0, await gateway.ExitAsync());
    }

    [Fact]
    public async Task While_it_drains_each_answer_closes_its_connection()
    {
        await using var gateway = await GatewayAsync(("Shutdown__DrainDelay", "00:05:00"));
        using (var before = await gateway.Client.GetAsync(new Uri(EndpointPaths.Health, UriKind.Relative)))
        {
            Assert.Null(before.Headers.ConnectionClose);
        }

        await gateway.TerminateAsync();

        await Eventually.BeAsync("connections are closed", async () =>
        {
            using var response = await gateway.Client.GetAsync(new Uri(EndpointPaths.Health, UriKind.Relative));
            return response.Headers.ConnectionClose == true;
        });
    }

    [Fact]
    public async Task A_stream_of_events_ends_so_that_the_client_resumes_elsewhere()
    {
        await using var gateway = await GatewayAsync();
        var location = await gateway.Client.SubmitAsync("lights on", key: ApiKeyPair.Mobile);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{location}/events");
        request.Headers.Authorization = ApiKeyPair.Mobile.Header;
        using var response = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        await gateway.TerminateAsync();

        Assert.Contains("\"sequence\":1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await gateway.ExitAsync());
    }

    [Fact]
    public async Task A_request_that_never_ends_does_not_hold_up_the_stop()
    {
        await using var gateway = await GatewayAsync(("Shutdown__InFlight", "00:00:01"));
        using var upload = await RawRequest.SendAsync(gateway.Client.BaseAddress!,
            "POST /v1/jobs HTTP/1.1", $"Authorization: {ApiKeyPair.Mobile.Header}", "Content-Type: audio/wav", "Transfer-Encoding: chunked", "Expect: 100-continue");
        Assert.Equal(100, await upload.StatusAsync());
        using var sending = new CancellationTokenSource();
        var slowly = SendSlowlyAsync(upload, sending.Token);

        await gateway.TerminateAsync();

        Assert.Equal(0, await gateway.ExitAsync());
        await sending.CancelAsync();
        await Task.WhenAny(slowly);
    }

    [Fact]
    public async Task Spans_that_wait_to_be_sent_are_sent_before_the_end()
    {
        await using var collector = await TraceCollector.StartAsync();
        await using var gateway = await GatewayAsync(
        [
            .. collector.Environment("the-gateway").Select(variable => (variable.Key, variable.Value!)),
            ("OTEL_METRIC_EXPORT_INTERVAL", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"), ("OTEL_BSP_SCHEDULE_DELAY", "600000"),
        ]);

        // The last export has 2 s. That is enough for sending, but not for a busy machine that does it for the first time.
        await Eventually.BeAsync("metrics and log records have been sent", () => Task.FromResult(collector.HasReceived("metrics") && collector.HasReceived("logs")));
        const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        await gateway.Client.SubmitAsync("lights on", $"00-{TraceId}-00f067aa0ba902b7-01", ApiKeyPair.Mobile);

        await gateway.TerminateAsync();

        Assert.Equal(0, await gateway.ExitAsync());
        Assert.True(collector.Holds("the-gateway", "submit command", TraceId));
    }

    /// <summary>Whether nobody listens any more.</summary>
    private static async Task<bool> IsClosedAsync(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port);
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return true;
        }
    }

    /// <summary>Faster than the slowest that the server takes, and without an end.</summary>
    private static async Task SendSlowlyAsync(RawRequest upload, CancellationToken stop)
    {
        // A chunk before the samples, so that the header goes on and on.
        await SendAsync(upload, [.. "RIFF"u8, 0xFF, 0xFF, 0x9F, 0, .. "WAVEJUNK"u8, 0xFF, 0xFF, 0, 0]);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(stop))
        {
            await SendAsync(upload, new byte[1_000]);
        }
    }

    private static Task SendAsync(RawRequest upload, byte[] chunk) =>
        upload.WriteAsync([.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]);

    private async Task<Workload> GatewayAsync(params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string?>(ApiKeyPair.Guarded)
        {
            ["Shutdown__DrainDelay"] = "00:00:01",
            ["Shutdown__InFlight"] = "00:05:00",
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        var redis = await servers.EmptyAsync(RedisFlavor.Redis);
        return await (await Workload.StartAsync("VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), redis.ConnectionString, environment)).ReadyAsync();
    }
}
