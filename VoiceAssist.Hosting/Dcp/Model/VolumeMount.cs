namespace Aspire.Hosting.Dcp.Model;

/// <summary>A volume or directory inside a container.</summary>
internal sealed record VolumeMount
{
    /// <summary><c>volume</c> or <c>bind</c>.</summary>
    public required string Type { get; init; }

    public required string Source { get; init; }

    public required string Target { get; init; }

    public bool? ReadOnly { get; init; }
}
