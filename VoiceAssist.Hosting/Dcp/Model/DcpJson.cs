using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>JSON as DCP speaks it: camel case, absent rather than null, unknown members ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(MicroTimeConverter)])]
[JsonSerializable(typeof(Executable))]
[JsonSerializable(typeof(DcpList<Executable>))]
[JsonSerializable(typeof(DcpWatchMessage<Executable>))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(DcpList<Container>))]
[JsonSerializable(typeof(DcpWatchMessage<Container>))]
[JsonSerializable(typeof(ContainerNetwork))]
[JsonSerializable(typeof(DcpList<ContainerNetwork>))]
[JsonSerializable(typeof(DcpWatchMessage<ContainerNetwork>))]
[JsonSerializable(typeof(Service))]
[JsonSerializable(typeof(DcpList<Service>))]
[JsonSerializable(typeof(DcpWatchMessage<Service>))]
[JsonSerializable(typeof(Endpoint))]
[JsonSerializable(typeof(DcpList<Endpoint>))]
[JsonSerializable(typeof(DcpWatchMessage<Endpoint>))]
[JsonSerializable(typeof(ServiceProducer[]))]
[JsonSerializable(typeof(DcpExecution))]
[JsonSerializable(typeof(DcpStatus))]
[JsonSerializable(typeof(DcpInfo))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class DcpJson : JsonSerializerContext;
