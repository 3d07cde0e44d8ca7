using System.Net.Http.Headers;
using System.Text;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Http;

/// <summary>Whatever a client sends, the answer is a problem (RFC 9457) of its own making, never of ours.</summary>
public class HostileInputTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    private const string Json = "application/json";

    public static TheoryData<string, string, int> Bodies => new()
    {
        { "", Json, 400 },
        { "null", Json, 400 },
        { "{", Json, 400 },
        { "[]", Json, 400 },
        { "\"text\"", Json, 400 },
        { "{}", Json, 400 },
        { """{"text":null}""", Json, 400 },
        { """{"text":""}""", Json, 400 },
        { """{"text":5}""", Json, 400 },
        { """{"text":{"a":1}}""", Json, 400 },
        { """{"text":"a"} {"text":"b"}""", Json, 400 },
        { """{"text":"a\u0000b"}""", Json, 400 },
        { """{"text":"a","priority":"first"}""", Json, 400 },
        { """{"text":"a","priority":1}""", Json, 400 },
        { """{"text":"a","delaySeconds":-1}""", Json, 400 },
        { """{"text":"a","delaySeconds":1e9}""", Json, 400 },
        { """{"text":"a","speak":"yes"}""", Json, 400 },
        { """{"text":"\ud800"}""", Json, 400 },
        { """{"text":"\ud800", "text":5}""", Json, 400 },
        { new string('[', 10_000), Json, 400 },
        { $$"""{"text":"{{new string('a', 1_001)}}"}""", Json, 400 },
        { $$"""{"text":"{{new string('a', JobLimits.MaxJsonBodyBytes)}}"}""", Json, 413 },
        { """{"text":"a"}""", "text/plain", 415 },
        { """{"text":"a"}""", "application/json; charset=utf-16", 415 },
        { """{"text":"a"}""", "application/json; charset=bogus", 415 },
        { "text=a", "application/x-www-form-urlencoded", 415 },
    };

    public static TheoryData<string, string, int> Addresses => new()
    {
        { "GET", "/v1/jobs/not-an-id", 404 },
        { "GET", "/v1/jobs/00000000-0000-0000-0000-000000000000", 404 },
        { "GET", "/v1/jobs/%27;drop%20table%20jobs", 404 },
        { "GET", "/v1/nothing", 404 },
        { "GET", "/v1/jobs/00000000-0000-0000-0000-000000000000/events", 404 },
        { "DELETE", "/v1/jobs/00000000-0000-0000-0000-000000000000", 404 },
        { "GET", "/v1/jobs?limit=0", 400 },
        { "GET", "/v1/jobs?limit=201", 400 },
        { "GET", "/v1/jobs?limit=-1", 400 },
        { "GET", "/v1/jobs?limit=5&limit=6", 400 },
        { "GET", "/v1/jobs?state=lost", 400 },
        { "GET", "/v1/jobs?state=Queued", 400 },
        { "GET", "/v1/jobs?after=first", 400 },
        { "PUT", "/v1/jobs", 405 },
        { "PATCH", "/v1/jobs/00000000-0000-0000-0000-000000000000", 405 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_submission_is_the_clients_problem(string body, string contentType, int status)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        await Problem.IsAsync(await PostAsync(content), status);
    }

    [Fact]
    public async Task A_body_without_a_content_type_is_the_clients_problem()
    {
        using var content = new ByteArrayContent("""{"text":"a"}"""u8.ToArray());

        await Problem.IsAsync(await PostAsync(content), 415);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_the_clients_problem()
    {
        using var content = new ByteArrayContent([.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);

        await Problem.IsAsync(await PostAsync(content), 400);
    }

    [Fact]
    public async Task A_huge_body_of_unknown_length_is_not_read_to_its_end()
    {
        // HttpClient gives up when it can write no further, so this client speaks for itself.
        using var client = await RawRequest.SendAsync((await gateway.ClientAsync()).BaseAddress!,
            $"POST {EndpointPaths.Jobs} HTTP/1.1", $"Content-Type: {Json}", "Transfer-Encoding: chunked");

        await client.WriteAsync(Encoding.ASCII.GetBytes($"{JobLimits.MaxJsonBodyBytes + 1:x}\r\n{new string(' ', JobLimits.MaxJsonBodyBytes + 1)}\r\n"));

        Assert.Equal(413, await client.StatusAsync());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("audio/wav")]
    public async Task An_error_is_a_problem_even_for_a_client_that_accepts_something_else(string accepted)
    {
        foreach (var path in new[] { "/v1/nothing", "/v1/jobs?limit=0", "/v1/jobs/00000000-0000-0000-0000-000000000000" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd(accepted);

            var response = await (await gateway.ClientAsync()).SendAsync(request);

            await Problem.IsAsync(response, (int)response.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_address_that_leads_nowhere_is_the_clients_problem(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        await Problem.IsAsync(await (await gateway.ClientAsync()).SendAsync(request), status);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content) =>
        await (await gateway.ClientAsync()).PostAsync(new Uri(EndpointPaths.Jobs, UriKind.Relative), content);
}
