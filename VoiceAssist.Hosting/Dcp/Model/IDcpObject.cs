namespace Aspire.Hosting.Dcp.Model;

/// <summary>Lets one generic client serve every kind.</summary>
internal interface IDcpObject<TSelf>
    where TSelf : class, IDcpObject<TSelf>
{
    static abstract DcpKind<TSelf> Definition { get; }

    DcpMetadata Metadata { get; init; }
}
