namespace Aspire.Hosting.Dcp.Model;

/// <summary>State of one <see cref="TunnelConfiguration"/>.</summary>
internal sealed record TunnelStatus
{
    public string? Name { get; init; }

    public string? State { get; init; }

    public long? TunnelId { get; init; }

    public IReadOnlyList<string>? ClientProxyAddresses { get; init; }

    public int? ClientProxyPort { get; init; }

    public string? ErrorMessage { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
}
