using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace VoiceAssist.AppHost;

/// <summary>Adds the <see cref="StartAnnouncer"/>.</summary>
internal static class StartAnnouncerExtensions
{
    public static void AnnounceStart(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway)
    {
        if (builder.ExecutionContext.IsRunMode && !TestRun.Is(builder))
        {
            builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<StartAnnouncer>(services, gateway.GetEndpoint("http")));
        }
    }
}
