using Microsoft.Net.Http.Headers;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Jobs;

/// <summary><c>GET /v1/jobs/{id}</c>: the job as it stands, or, for whoever accepts <c>audio/wav</c>, its answer as speech.</summary>
internal static class GetJob
{
    public static async Task<IResult> HandleAsync(Guid id, HttpContext context, JobStore jobs)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        var job = await jobs.FindOwnAsync(id, context);
        if (!WantsSpeech(context.Request))
        {
            return TypedResults.Json(job, ContractJson.Default.JobView);
        }

        return await jobs.FindFileAsync(id, JobFileNames.Speech, context.RequestAborted) is { } speech
            ? TypedResults.Bytes(speech.Content, speech.ContentType)
            : throw new RefusedException(StatusCodes.Status406NotAcceptable, job.State.IsFinal()
                ? "The job has no spoken answer: it did not ask for one, did not succeed, or no worker can speak."
                : "The job has no spoken answer yet.");
    }

    /// <summary>Speech has to be asked for by name, and be liked better than JSON.</summary>
    private static bool WantsSpeech(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return false;
        }

        var accepted = request.GetTypedHeaders().Accept;
        return Quality(accepted, BodyTypes.Wave) > Quality(accepted, BodyTypes.Json);
    }

    private static double Quality(IList<MediaTypeHeaderValue> accepted, string type) => accepted
        .Where(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
        .Select(range => range.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
