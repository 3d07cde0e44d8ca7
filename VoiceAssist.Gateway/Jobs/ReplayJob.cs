using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Jobs.Control;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Jobs;

/// <summary><c>POST /v1/jobs/{id}/replay</c> gives a failed job, a dead letter, all its attempts again.</summary>
internal static class ReplayJob
{
    public static async Task<IResult> HandleAsync(Guid id, HttpContext context, JobStore jobs, JobControl control)
    {
        await jobs.FindOwnAsync(id, context);
        var isReplayed = await control.ReplayAsync(id, context.RequestAborted);
        var job = await jobs.FindOwnAsync(id, context);
        return isReplayed
            ? TypedResults.Json(job, ContractJson.Default.JobView, statusCode: StatusCodes.Status202Accepted)
            : throw new RefusedException(StatusCodes.Status409Conflict, $"Only a failed job can be replayed; this one's state is {job.State.Name()}.");
    }
}
