namespace Aspire.Hosting.Dcp.Model;

/// <summary>A network in the container runtime.</summary>
internal sealed record ContainerNetworkSpec
{
    /// <summary>Name in the container runtime.</summary>
    public string? NetworkName { get; init; }

    public bool? Persistent { get; init; }

    public string? Mode { get; init; }
}
