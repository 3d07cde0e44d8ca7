namespace Aspire.Hosting.Dcp.Model;

/// <summary>A secret of an image build.</summary>
internal sealed record ContainerBuildSecret
{
    public required string Id { get; init; }

    /// <summary><c>env</c> or <c>file</c>.</summary>
    public string? Type { get; init; }

    public string? Value { get; init; }

    public string? Source { get; init; }
}
