namespace Aspire.Hosting.Dcp.Model;

/// <summary>A label in the container runtime.</summary>
internal sealed record ContainerLabel
{
    public required string Key { get; init; }

    public required string Value { get; init; }
}
