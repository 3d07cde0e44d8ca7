using System.Net;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Limits;

public class RateLimitTests(GuardedGateway gateway) : IClassFixture<GuardedGateway>
{
    [Fact]
    public async Task Too_many_requests_with_a_key_are_told_when_to_come_again_and_others_are_not_held_up()
    {
        var client = await gateway.ClientAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5 * GuardedGateway.Burst)
            .Select(_ => client.SendAsync(ApiKeyPair.Mobile, HttpMethod.Get, EndpointPaths.Jobs)));

        var refused = answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ToList();
        Assert.NotEmpty(refused);
        Assert.True(answers.Length - refused.Count >= GuardedGateway.Burst, $"{refused.Count} of {answers.Length} were refused.");
        foreach (var answer in refused)
        {
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(GuardedGateway.Burst));
            Assert.Contains("'mobile' may send 1 requests per second", await Problem.DetailAsync(answer, 429), StringComparison.Ordinal);
        }

        using var other = await client.SendAsync(ApiKeyPair.Web, HttpMethod.Get, EndpointPaths.Jobs);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Each_key_of_a_client_has_a_rate_of_its_own()
    {
        var client = await gateway.ClientAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5 * GuardedGateway.Burst)
            .Select(_ => client.SendAsync(ApiKeyPair.Kiosk, HttpMethod.Get, EndpointPaths.Jobs)));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);

        using var other = await client.SendAsync(ApiKeyPair.KioskNext, HttpMethod.Get, EndpointPaths.Jobs);

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }
}
