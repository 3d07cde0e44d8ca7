using Microsoft.AspNetCore.Http.Timeouts;
using VoiceAssist.Gateway.Limits;

namespace VoiceAssist.Gateway.Http;

/// <summary>What holds for every endpoint: errors are problem details (RFC 9457) and tell nothing of the inside.</summary>
internal static class HttpRules
{
    public static WebApplicationBuilder AddHttpRules(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        builder.WebHost.ConfigureKestrel(UnreadableRequests.Apply);
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = ServerLimits.Answer,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        });
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<StoreUnavailableHandler>();
        builder.Services.AddExceptionHandler<RefusalHandler>();
        return builder;
    }

    public static WebApplication UseHttpRules(this WebApplication app)
    {
        UnreadableRequests.Listen(app.Services);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Problems.AnswerAsync(context, StatusCodes.Status500InternalServerError),
        });
        app.UseStatusCodePages(page => Problems.AnswerAsync(page.HttpContext, page.HttpContext.Response.StatusCode));
        app.UseRequestTimeouts();
        return app;
    }
}
