using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Jobs;

/// <summary><c>GET /v1/jobs/{id}</c>: the job as it stands.</summary>
internal static class GetJob
{
    public static async Task<IResult> HandleAsync(Guid id, JobStore jobs, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, cancellationToken) is { } job
            ? TypedResults.Json(job, ContractJson.Default.JobView)
            : TypedResults.Problem($"There is no job {id}.", statusCode: StatusCodes.Status404NotFound);
}
