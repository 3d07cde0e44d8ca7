using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Keys;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Jobs;

/// <summary>The jobs that a client may know of: its own. Another one's is as good as none.</summary>
internal static class OwnJobs
{
    /// <exception cref="RefusedException">There is no such job of this client's.</exception>
    public static async Task<JobView> FindOwnAsync(this JobStore jobs, Guid id, HttpContext context) =>
        await jobs.FindAsync(id, context.RequestAborted) is { } job && job.Client == context.Client()
            ? job
            : throw new RefusedException(StatusCodes.Status404NotFound, $"There is no job {id}.");
}
