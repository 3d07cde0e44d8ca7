using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace VoiceAssist.ServiceDefaults.Shutdown;

/// <summary>
/// What a stop means for requests. From SIGTERM on each answer closes its connection: a client behind a Service holds on to
/// its pod for as long as the connection lives, whatever readiness says. What still runs at the cut is aborted, so that the flush has its time.
/// </summary>
internal sealed class DrainMiddleware(IHostApplicationLifetime lifetime, Drain drain) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(InvokeAsync);
        next(app);
    };

    private async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.OnStarting(CloseAsync, context.Response);
        }

        using var cut = drain.CutOff.UnsafeRegister(static context => ((HttpContext)context!).Abort(), context);
        await next(context);
    }

    private static Task CloseAsync(object response)
    {
        ((HttpResponse)response).Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
