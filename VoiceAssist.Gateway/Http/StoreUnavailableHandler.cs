using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Http;

/// <summary>While Postgres is away, or not yet set up, the answer is 503: the client may try again, and nothing is broken here.</summary>
internal sealed class StoreUnavailableHandler(Schema schema, ILogger<StoreUnavailableHandler> logger) : IExceptionHandler
{
    /// <summary>A restart of Postgres takes seconds.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not NpgsqlException failure || (failure is PostgresException { IsTransient: false } && schema.IsApplied))
        {
            return false;
        }

        logger.LogWarning("{Method} {Path} failed, Postgres did not answer: {Reason}",
            context.Request.Method, context.Request.Path, failure.Message);
        await Problems.AnswerBusyAsync(
            context, StatusCodes.Status503ServiceUnavailable, "The service cannot reach its database. Try again shortly.", RetryAfter);
        return true;
    }
}
