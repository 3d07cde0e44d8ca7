using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Postgres and Redis in local containers; the kept slot's data lives in a volume of this checkout's own.</summary>
internal sealed class ContainerInfrastructure(IDistributedApplicationBuilder builder, DataSlot slot, ContainerRuntime runtime) : PublishedInfrastructure(builder)
{
    protected override void AddDataVolume(IResourceBuilder<PostgresServerResource> server) => slot.OnTaken(() =>
    {
        if (!slot.IsKept)
        {
            return;
        }

        var volume = $"{ResourceNames.Postgres}-data-{slot.CheckoutId}";
        runtime.RemoveContainersOf(volume);
        if (slot.IsFresh)
        {
            runtime.RemoveVolume(volume);
        }

        server.WithDataVolume(volume);
    });
}
