using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Keys;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Gateway.Jobs.Submitting;

/// <summary><c>POST /v1/jobs</c>: 202 with the job's location once it is committed; 200 when the same request had been accepted before.</summary>
internal static class SubmitJob
{
    public static async Task<IResult> HandleAsync(HttpContext context, JobSubmitter jobs, Admission admission, TimeProvider time)
    {
        if (admission.Busy() is { } retryAfter)
        {
            Problems.RetryAfter(context.Response, retryAfter);
            return TypedResults.Problem("Too many jobs wait already.", statusCode: StatusCodes.Status429TooManyRequests);
        }

        var key = IdempotencyHeader.Read(context.Request);
        var job = await SubmissionReader.ReadAsync(context.Request, time.GetUtcNow());
        var (view, existed) = await jobs.SubmitAsync(
            job with { Client = context.Client(), Idempotency = key is null ? null : new IdempotencyKey(context.Client(), key) }, context.RequestAborted);
        context.Response.Headers.Location = $"{EndpointPaths.Jobs}/{view.Id}";
        return TypedResults.Json(view, ContractJson.Default.JobView,
            statusCode: existed ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }
}
