
namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Decides what Postgres and Redis run as.</summary>
internal static class InfrastructureExtensions
{
    private const string Switch = "infrastructure";

    /// <summary>
    /// Containers in what is published; locally what <c>--infrastructure containers|embedded</c> says, else containers where a healthy
    /// container runtime is found and embedded processes where not.
    /// </summary>
    /// <exception cref="DistributedApplicationException">The switch has another value.</exception>
    public static IInfrastructure AddInfrastructure(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return new PublishedInfrastructure(builder);
        }

        var runtime = ContainerRuntime.Find(builder.Configuration);
        var kind = builder.Configuration[Switch] switch
        {
            null or "" => runtime.IsHealthy ? InfrastructureKind.Containers : InfrastructureKind.Embedded,
            var value when Enum.TryParse<InfrastructureKind>(value, ignoreCase: true, out var parsed) && !int.TryParse(value, out _) => parsed,
            var value => throw new DistributedApplicationException($"--{Switch} '{value}' is not known. Allowed: containers, embedded."),
        };
        var slot = DataSlot.AddTo(builder);
        return kind == InfrastructureKind.Containers ? new ContainerInfrastructure(builder, slot, runtime) : new EmbeddedInfrastructure(builder, slot);
    }
}
