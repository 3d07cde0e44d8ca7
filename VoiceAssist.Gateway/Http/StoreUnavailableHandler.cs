using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Http;

/// <summary>While Postgres is away, or not yet set up, the answer is 503: the client may try again, and nothing is broken here.</summary>
internal sealed class StoreUnavailableHandler(
    Schema schema, IProblemDetailsService problems, ILogger<StoreUnavailableHandler> logger) : IExceptionHandler
{
    /// <summary>A restart of Postgres takes seconds.</summary>
    private const string RetryAfterSeconds = "2";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not NpgsqlException failure || (failure is PostgresException { IsTransient: false } && schema.IsApplied))
        {
            return false;
        }

        logger.LogWarning("{Method} {Path} failed, Postgres did not answer: {Reason}",
            context.Request.Method, context.Request.Path, failure.Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = StatusCodes.Status503ServiceUnavailable, Detail = "The service cannot reach its database. Try again shortly." },
        });
    }
}
