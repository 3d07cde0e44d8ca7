namespace Aspire.Hosting.Dcp.Model;

/// <summary>How the API server reports a refused request.</summary>
internal sealed record DcpStatus
{
    public string? Message { get; init; }

    public string? Reason { get; init; }
}
