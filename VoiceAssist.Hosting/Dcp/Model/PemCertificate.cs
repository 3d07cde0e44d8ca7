namespace Aspire.Hosting.Dcp.Model;

/// <summary>One trusted certificate in PEM form.</summary>
internal sealed record PemCertificate
{
    public required string Thumbprint { get; init; }

    public required string Contents { get; init; }
}
