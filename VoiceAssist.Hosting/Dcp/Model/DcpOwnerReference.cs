namespace Aspire.Hosting.Dcp.Model;

/// <summary>The object that an object (an endpoint, say) belongs to.</summary>
internal sealed record DcpOwnerReference
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public string? Name { get; init; }

    public string? Uid { get; init; }
}
