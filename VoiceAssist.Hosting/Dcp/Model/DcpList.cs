namespace Aspire.Hosting.Dcp.Model;

/// <summary>The answer to a list request.</summary>
internal sealed record DcpList<T>
{
    public IReadOnlyList<T>? Items { get; init; }
}
