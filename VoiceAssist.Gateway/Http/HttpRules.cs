namespace VoiceAssist.Gateway.Http;

/// <summary>What holds for every endpoint: errors are problem details (RFC 9457) and tell nothing of the inside.</summary>
public static class HttpRules
{
    public static WebApplicationBuilder AddHttpRules(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<StoreUnavailableHandler>();
        return builder;
    }

    public static WebApplication UseHttpRules(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        return app;
    }
}
