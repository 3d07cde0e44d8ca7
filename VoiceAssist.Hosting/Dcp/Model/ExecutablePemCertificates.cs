namespace Aspire.Hosting.Dcp.Model;

/// <summary>Certificates that DCP writes below the session directory for an executable.</summary>
internal sealed record ExecutablePemCertificates
{
    public IReadOnlyList<PemCertificate>? Certificates { get; init; }

    public bool? ContinueOnError { get; init; }
}
