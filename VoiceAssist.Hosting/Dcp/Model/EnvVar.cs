namespace Aspire.Hosting.Dcp.Model;

/// <summary>One environment variable; the value may hold templates, see <see cref="DcpTemplate"/>.</summary>
internal sealed record EnvVar
{
    public required string Name { get; init; }

    public string? Value { get; init; }
}
