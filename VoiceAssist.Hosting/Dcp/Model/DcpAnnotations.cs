namespace Aspire.Hosting.Dcp.Model;

/// <summary>Annotations that DCP itself reads.</summary>
internal static class DcpAnnotations
{
    /// <summary>JSON array of <see cref="Model.ServiceProducer"/>: what an executable or container serves.</summary>
    public const string ServiceProducer = "service-producer";
}
