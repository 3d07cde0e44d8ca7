using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Keys;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Jobs;

/// <summary><c>GET /v1/jobs?state=&amp;after=&amp;limit=</c>: pages of jobs, the one accepted last first.</summary>
internal static class ListJobs
{
    public static async Task<IResult> HandleAsync(HttpContext context, JobStore jobs)
    {
        var page = Read(Fields.OfQuery(context.Request), context.Client());

        // One more than asked for tells whether there is another page.
        var found = await jobs.ListAsync(page with { Limit = page.Limit + 1 }, context.RequestAborted);
        var shown = found.Take(page.Limit).ToList();
        return TypedResults.Json(new JobList(shown, found.Count > shown.Count ? shown[^1].Id : null), ContractJson.Default.JobList);
    }

    private static JobPage Read(Fields query, string client)
    {
        var state = query.Text("state") is null ? default(JobState?) : query.Choice("state", JobState.Queued, ContractJson.Default.JobState);
        var page = new JobPage(state, query.Id("after"), query.Number("limit", JobPage.StandardLimit, 1, JobPage.MaxLimit), client);
        query.Check();
        return page;
    }
}
