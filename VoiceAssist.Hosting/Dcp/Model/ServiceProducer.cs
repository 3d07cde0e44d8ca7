using System.Text.Json;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>
/// One entry of the annotation <see cref="DcpAnnotations.ServiceProducer"/>: DCP makes an <see cref="Endpoint"/> for it as soon
/// as the workload runs.
/// </summary>
/// <param name="ServiceName">Name of the <see cref="Service"/> object.</param>
/// <param name="Address">Address the workload listens on.</param>
/// <param name="Port">
/// Port the workload listens on: of a container its own port, of an executable a fixed one. Absent: DCP allocates a free port,
/// which the workload learns through <see cref="DcpTemplate.PortForServing"/>.
/// </param>
internal sealed record ServiceProducer(string ServiceName, string? Address = null, int? Port = null)
{
    /// <summary>The annotation's text.</summary>
    public static string Serialize(IEnumerable<ServiceProducer> producers) =>
        JsonSerializer.Serialize([.. producers], DcpJson.Default.ServiceProducerArray);

    /// <summary>Reads the annotation's text; absent means none.</summary>
    /// <exception cref="JsonException">The text is not an array of entries.</exception>
    public static IReadOnlyList<ServiceProducer> Parse(string? annotation) =>
        string.IsNullOrEmpty(annotation) ? [] : JsonSerializer.Deserialize(annotation, DcpJson.Default.ServiceProducerArray) ?? [];
}
