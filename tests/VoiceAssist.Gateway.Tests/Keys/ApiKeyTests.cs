using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests.Keys;

/// <summary>What a gateway outside Development opens, and to whom.</summary>
public class ApiKeyTests(SharedPostgres postgres, ApiKeyTests.Guarded gateway) : IClassFixture<ApiKeyTests.Guarded>
{
    public static TheoryData<string?, string> Refused => new()
    {
        { null, "An API key is required" },
        { "Basic bW9iaWxlOnNlY3JldA==", "An API key is required" },
        { "Bearer", "An API key is required" },
        { "Bearer ", "An API key is required" },
        { "Bearer 0123456789abcdef0123456789abcdef", "not known" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Without_a_right_key_nothing_is_answered(string? authorization, string reason)
    {
        foreach (var (method, path) in new[]
        {
            ("POST", "/v1/jobs"), ("GET", "/v1/jobs"), ("GET", "/v1/jobs/00000000-0000-0000-0000-000000000000"),
            ("DELETE", "/v1/jobs/00000000-0000-0000-0000-000000000000"), ("GET", "/v1/jobs/00000000-0000-0000-0000-000000000000/events"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

            var response = await (await gateway.ClientAsync()).SendAsync(request);

            Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
            Assert.Contains(reason, await Problem.DetailAsync(response, 401), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_client_has_its_jobs_to_itself()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("what time is it", key: ApiKeyPair.Mobile);

        using var mine = await client.SendAsync(ApiKeyPair.Mobile, HttpMethod.Get, location.ToString());
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        await Problem.IsAsync(await client.SendAsync(ApiKeyPair.Web, HttpMethod.Get, location.ToString()), 404);
        await Problem.IsAsync(await client.SendAsync(ApiKeyPair.Web, HttpMethod.Delete, location.ToString()), 404);
        await Problem.IsAsync(await client.SendAsync(ApiKeyPair.Web, HttpMethod.Get, $"{location}/events"), 404);
        Assert.Contains(location.Id(), await ListAsync(client, ApiKeyPair.Mobile));
        Assert.DoesNotContain(location.Id(), await ListAsync(client, ApiKeyPair.Web));
    }

    [Fact]
    public async Task Two_clients_may_use_the_same_idempotency_key()
    {
        var client = await gateway.ClientAsync();

        var ids = new HashSet<string>();
        foreach (var key in new[] { ApiKeyPair.Mobile, ApiKeyPair.Web })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, EndpointPaths.Jobs)
            {
                Content = JsonContent.Create(new JobSubmission($"lights on, says {key.Client}"), ContractJson.Default.JobSubmission),
                Headers = { Authorization = key.Header },
            };
            request.Headers.Add("Idempotency-Key", "one");
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            ids.Add(response.Headers.Location!.ToString());
        }

        Assert.Equal(2, ids.Count);
    }

    [Theory]
    [InlineData(EndpointPaths.Health)]
    [InlineData(EndpointPaths.Ready)]
    [InlineData(EndpointPaths.Metrics)]
    [InlineData("/openapi/v1.json")]
    [InlineData("/reference/")]
    public async Task Probes_scrapers_and_readers_need_no_key(string path) =>
        Assert.Equal(HttpStatusCode.OK, await (await gateway.WorkloadAsync()).StatusAsync(path));

    [Fact]
    public async Task A_key_never_reaches_the_log()
    {
        var workload = await gateway.WorkloadAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, EndpointPaths.Jobs);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "not-a-key-that-anybody-knows-here");
        await Problem.IsAsync(await workload.Client.SendAsync(request), 401);
        await workload.Client.SubmitAsync("lights on", key: ApiKeyPair.Mobile);

        Assert.DoesNotContain("not-a-key-that-anybody-knows-here", workload.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ApiKeyPair.Mobile.Key, workload.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_a_gateway_without_keys_does_not_start()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Workload.StartAsync(
            "VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), "127.0.0.1:1",
            new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = "Staging" }));

        Assert.Contains("The setting 'ApiKeys' is missing", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<Guid>> ListAsync(HttpClient client, ApiKeyPair key)
    {
        using var response = await client.SendAsync(key, HttpMethod.Get, EndpointPaths.Jobs);
        return (await response.Content.ReadFromJsonAsync(ContractJson.Default.JobList))!.Jobs.Select(job => job.Id);
    }

    /// <summary>A gateway with keys and the standard rates.</summary>
    public sealed class Guarded(SharedPostgres postgres) : SharedGateway(postgres)
    {
        protected override IReadOnlyDictionary<string, string?> Environment => ApiKeyPair.Guarded;
    }
}
