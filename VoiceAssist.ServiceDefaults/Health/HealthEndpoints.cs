using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using VoiceAssist.Contracts;

namespace VoiceAssist.ServiceDefaults.Health;

internal static class HealthEndpoints
{
    public static void AddReadiness(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ReadinessProbe>();
    }

    public static void MapHealthEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(EndpointPaths.Health, Alive).DisableHttpMetrics();

        // Counted: a gateway that nobody calls yet would have no request rate at all, and a metric without a value blocks every scale-down.
        endpoints.MapGet(EndpointPaths.Ready, ReadyAsync);
    }

    private static Task Alive(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"status":"alive"}""");
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        var report = await context.RequestServices.GetRequiredService<ReadinessProbe>().AskAsync();
        context.Response.StatusCode = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(report, ReadinessJson.Default.ReadinessReport);
    }
}
