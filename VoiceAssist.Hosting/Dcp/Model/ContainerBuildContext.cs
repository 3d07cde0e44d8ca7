namespace Aspire.Hosting.Dcp.Model;

/// <summary>How to build a container's image.</summary>
internal sealed record ContainerBuildContext
{
    public required string Context { get; init; }

    public string? Dockerfile { get; init; }

    public IReadOnlyList<EnvVar>? Args { get; init; }

    public IReadOnlyList<ContainerBuildSecret>? Secrets { get; init; }

    public string? Stage { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<ContainerLabel>? Labels { get; init; }

    public string? Platform { get; init; }
}
