using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Jobs.Control;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Jobs;

/// <summary><c>DELETE /v1/jobs/{id}</c> calls a job off: 200 when it will never run, 202 when its worker is asked to stop.</summary>
internal static class CancelJob
{
    public static async Task<IResult> HandleAsync(Guid id, HttpContext context, JobStore jobs, JobControl control)
    {
        await jobs.FindOwnAsync(id, context);
        var outcome = await control.CancelAsync(id, context.RequestAborted);
        var job = await jobs.FindOwnAsync(id, context);
        return outcome switch
        {
            CancelOutcome.Requested => TypedResults.Json(job, ContractJson.Default.JobView, statusCode: StatusCodes.Status202Accepted),

            // Who asks twice gets the same answer twice.
            _ when job.State == JobState.Cancelled => TypedResults.Json(job, ContractJson.Default.JobView),
            _ => throw new RefusedException(StatusCodes.Status409Conflict, $"The job has ended already; its state is {job.State.Name()}."),
        };
    }
}
