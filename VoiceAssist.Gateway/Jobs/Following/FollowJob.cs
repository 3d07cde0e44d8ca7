using System.Globalization;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Jobs.Following;
using VoiceAssist.Jobs.Store;
using VoiceAssist.ServiceDefaults.Shutdown;

namespace VoiceAssist.Gateway.Jobs.Following;

/// <summary>
/// <c>GET /v1/jobs/{id}/events</c>: what happens to a job as server-sent events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html), until it ends.
/// </summary>
internal static class FollowJob
{
    private const string LastEventId = "Last-Event-ID";

    public static async Task<IResult> HandleAsync(
        Guid id, HttpContext context, JobStore jobs, JobFollower follower, Drain drain, TimeProvider time)
    {
        var after = After(context.Request);
        var job = await jobs.FindOwnAsync(id, context);
        if (job.State.IsFinal() && await jobs.FindHistoryAsync(id, context.RequestAborted) is { } history && history.Count <= after)
        {
            // The specification's way to tell a client that it need not come back.
            return TypedResults.NoContent();
        }

        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventStream.OfAsync(
            stopped => follower.FollowAsync(id, after, stopped), time, drain.Ended));
    }

    private static int After(HttpRequest request)
    {
        var given = request.Headers[LastEventId].ToString();
        return given.Length == 0 ? 0
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after
            : throw new RefusedException(StatusCodes.Status400BadRequest, $"The header {LastEventId} must be the id of an event that was received.");
    }
}
