namespace Aspire.Hosting.Dcp.Model;

/// <summary>Certificates that DCP copies into a container.</summary>
internal sealed record ContainerPemCertificates
{
    public IReadOnlyList<PemCertificate>? Certificates { get; init; }

    public bool? ContinueOnError { get; init; }

    public string? Destination { get; init; }

    public IReadOnlyList<string>? OverwriteBundlePaths { get; init; }
}
