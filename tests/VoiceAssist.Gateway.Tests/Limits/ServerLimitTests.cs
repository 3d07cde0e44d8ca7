using System.Text;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Limits;
using VoiceAssist.Gateway.Tests.Jobs.Submitting;

namespace VoiceAssist.Gateway.Tests.Limits;

/// <summary>What the server refuses before it costs anything. It does so in its own bare words where the request cannot be understood at all.</summary>
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

        Assert.Equal(status, await request.StatusAsync());
    }

    [Fact]
    public async Task A_client_that_stalls_in_its_body_is_not_waited_for()
    {
        using var request = await RawRequest.SendAsync(await AddressAsync(), Post, "Content-Type: application/json", "Content-Length: 100");

        await request.WriteAsync("{"u8.ToArray());

        Assert.Equal(408, await request.StatusAsync());
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

    private async Task<Uri> AddressAsync() => (await gateway.ClientAsync()).BaseAddress!;
}
