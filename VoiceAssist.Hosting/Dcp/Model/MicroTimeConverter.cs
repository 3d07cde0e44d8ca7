using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>Kubernetes' MicroTime: RFC 3339 in UTC, and on writing exactly six fractional digits or DCP refuses the object.</summary>
internal sealed class MicroTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
}
