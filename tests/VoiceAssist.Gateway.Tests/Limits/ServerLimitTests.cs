using System.Text;
using System.Text.Json.Nodes;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Limits;
using VoiceAssist.Gateway.Tests.Jobs.Submitting;

namespace VoiceAssist.Gateway.Tests.Limits;

/// <summary>What the server refuses before it costs anything.</summary>
public class ServerLimitTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    private const string Post = $"POST {EndpointPaths.Jobs} HTTP/1.1";

    public static TheoryData<string[], int> Heads => new()
    {
        { ["GET / HTTP/1.1", $"X-Long: {new string('a', 17 * 1_024)}"], 431 },
        { ["GET / HTTP/1.1", .. Enumerable.Range(0, 70).Select(i => $"X-{i}: a")], 431 },
        { [$"GET /{new string('a', 5 * 1_024)} HTTP/1.1"], 414 },
        { ["GET / HTTP/9.9"], 505 },
        { ["G@T / HTTP/1.1"], 400 },
        { [Post, "Content-Length: many"], 400 },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task A_head_that_is_too_long_or_none_is_refused(string[] head, int status)
    {
        using var request = await RawRequest.SendAsync(await AddressAsync(), head);

        var (lines, body) = await request.LastAnswerAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", lines[0], StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json", lines);
        Assert.Contains($"Content-Length: {body.Length}", lines);
        Assert.Contains("Connection: close", lines);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal(status, (int)problem["status"]!);
        Assert.NotEqual("", (string?)problem["title"]);
    }

    [Fact]
    public async Task A_client_that_stalls_in_its_body_is_not_waited_for()
    {
        using var request = await RawRequest.SendAsync(await AddressAsync(), Post, "Content-Type: application/json", "Content-Length: 100");

        await request.WriteAsync("{"u8.ToArray());

        await IsProblemAsync(request, 408, "The body arrived too slowly.");
    }

    [Fact]
    public async Task A_body_in_chunks_that_are_none_is_refused()
    {
        using var request = await RawRequest.SendAsync(await AddressAsync(), Post, "Content-Type: application/json", "Transfer-Encoding: chunked");

        await request.WriteAsync("many\r\n{}\r\n"u8.ToArray());

        await IsProblemAsync(request, 400, "The request could not be read.");
    }

    [Fact]
    public async Task What_follows_an_answer_and_is_no_request_is_refused()
    {
        using var request = await RawRequest.SendAsync(await AddressAsync(), "GET /health HTTP/1.1");
        Assert.Equal(200, await request.StatusAsync());

        await request.WriteAsync("G@T / HTTP/1.1\r\n\r\n"u8.ToArray());

        await IsProblemAsync(request, 400, detail: null);
    }

    [Fact]
    public async Task Recordings_beyond_those_that_fit_into_memory_are_asked_to_come_again()
    {
        var address = await AddressAsync();
        var recording = Recordings.OfLength(Recordings.Patient);
        var uploads = new List<RawRequest>();
        try
        {
            for (var i = 0; i < Crowd.Recordings.Permits; i++)
            {
                uploads.Add(await RawRequest.UploadAsync(address, recording[..^1], recording.Length));
            }

            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("RIFF"));
            content.Headers.ContentType = new("audio/wav");
            var response = await (await gateway.ClientAsync()).PostAsync(new Uri(EndpointPaths.Jobs, UriKind.Relative), content);

            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
            Assert.Contains("recordings", await Problem.DetailAsync(response, 503), StringComparison.Ordinal);
        }
        finally
        {
            uploads.ForEach(upload => upload.Dispose());
        }
    }

    private static async Task IsProblemAsync(RawRequest request, int status, string? detail)
    {
        var (lines, body) = await request.LastAnswerAsync();
        var problem = JsonNode.Parse(body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)])!;
        Assert.Contains(lines.Concat(body.Split("\r\n")), line => line.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal));
        Assert.Equal((status, detail), ((int)problem["status"]!, (string?)problem["detail"]));
    }

    private async Task<Uri> AddressAsync() => (await gateway.ClientAsync()).BaseAddress!;
}
