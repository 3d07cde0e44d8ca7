using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Gateway.Http;

/// <summary>While Postgres is away, not yet set up, or too slow for what comes, the answer is 503: the client may try again, and nothing is broken here.</summary>
internal sealed class StoreUnavailableHandler(Schema schema, ILogger<StoreUnavailableHandler> logger) : IExceptionHandler
{
    /// <summary>A restart of Postgres takes seconds.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (NpgsqlException or SubmissionBacklogException)
            || (exception is PostgresException { IsTransient: false } && schema.IsApplied))
        {
            return false;
        }

        logger.LogWarning("{Method} {Path} failed, Postgres did not answer in time: {Reason}",
            context.Request.Method, context.Request.Path, exception.Message);
        await Problems.AnswerBusyAsync(
            context, StatusCodes.Status503ServiceUnavailable, "The service cannot reach its database. Try again shortly.", RetryAfter);
        return true;
    }
}
