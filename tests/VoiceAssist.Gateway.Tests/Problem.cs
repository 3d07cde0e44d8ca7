using System.Net;
using System.Text.Json;

namespace VoiceAssist.Gateway.Tests;

/// <summary>What every error has to look like.</summary>
internal static class Problem
{
    /// <returns>The problem, which is one by RFC 9457 and tells nothing of the inside.</returns>
    public static async Task<JsonElement> IsAsync(HttpResponseMessage response, int status)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            Assert.Equal(((HttpStatusCode)status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            var problem = JsonElement.Parse(body);
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.NotEqual("", problem.GetProperty("title").GetString());
            Assert.DoesNotContain("System.", body, StringComparison.Ordinal);
            Assert.DoesNotContain("VoiceAssist.", body, StringComparison.Ordinal);
            return problem;
        }
    }

    /// <returns>The problem's detail.</returns>
    public static async Task<string> DetailAsync(HttpResponseMessage response, int status) =>
        (await IsAsync(response, status)).GetProperty("detail").GetString()!;
}
