using System.Net.Http.Json;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Jobs;

public class ListTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    [Fact]
    public async Task Pages_show_every_job_once_and_the_newest_first_whatever_comes_meanwhile()
    {
        var client = await gateway.ClientAsync();
        var submitted = new List<Guid>();
        for (var i = 0; i < 23; i++)
        {
            submitted.Add((await client.SubmitAsync($"lights on {i}")).Id());
        }

        var seen = new List<Guid>();
        for (Uri? next = new($"{EndpointPaths.Jobs}?limit=5", UriKind.Relative); next is not null;)
        {
            var page = (await client.GetFromJsonAsync(next, ContractJson.Default.JobList))!;
            Assert.InRange(page.Jobs.Count, 0, 5);
            seen.AddRange(page.Jobs.Select(job => job.Id));
            await client.SubmitAsync("one more meanwhile");
            next = page.Next is { } after ? new Uri($"{EndpointPaths.Jobs}?limit=5&after={after}", UriKind.Relative) : null;
        }

        submitted.Reverse();
        Assert.Equal(submitted, seen.Where(submitted.Contains));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_full_page_that_is_the_last_says_so()
    {
        var client = await gateway.ClientAsync();
        var cancelled = await client.SubmitAsync("lights off");
        using var called = await client.DeleteAsync(cancelled);
        var all = await client.GetFromJsonAsync($"{EndpointPaths.Jobs}?state=cancelled", ContractJson.Default.JobList);

        var last = await client.GetFromJsonAsync($"{EndpointPaths.Jobs}?state=cancelled&limit={all!.Jobs.Count}", ContractJson.Default.JobList);

        Assert.Equal((all.Jobs.Count, null), (last!.Jobs.Count, last.Next));
    }

    [Fact]
    public async Task A_state_can_be_asked_for()
    {
        var client = await gateway.ClientAsync();
        var (waiting, cancelled) = (await client.SubmitAsync("lights on"), await client.SubmitAsync("lights off"));
        using var called = await client.DeleteAsync(cancelled);

        var found = await client.GetFromJsonAsync($"{EndpointPaths.Jobs}?state=cancelled", ContractJson.Default.JobList);

        Assert.Contains(cancelled.Id(), found!.Jobs.Select(job => job.Id));
        Assert.DoesNotContain(waiting.Id(), found.Jobs.Select(job => job.Id));
    }
}
