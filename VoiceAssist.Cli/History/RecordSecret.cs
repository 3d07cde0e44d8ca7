using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.History;

/// <summary>
/// A setup record as a Secret. One key lists the objects, a line each (<c>INDEX ACTION APIVERSION KIND NAMESPACE NAME</c>, <c>-</c> for no namespace),
/// and <c>object-INDEX</c> holds each previous state as gzip JSON: simple enough for <c>setup-hpa.sh</c>, which reads and writes the same with kubectl alone.
/// </summary>
internal static class RecordSecret
{
    public const string Type = "voiceassist.dev/setup-record";
    public const string Label = "voiceassist.dev/record";
    public const string LabelValue = "setup";
    public const string StateAnnotation = "voiceassist.dev/state";

    // The API server's own bound of all values together (MaxSecretSize).
    private const int LargestSecret = 1 << 20;

    // What a previous state may unpack to; objects are 1.5 MiB at most.
    private const int LargestObject = 4 << 20;

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"voiceassist-setup-{number:0000}");

    public static string TextOf(RecordState state) => state switch
    {
        RecordState.Complete => "complete",
        RecordState.RolledBack => "rolled-back",
        _ => "pending",
    };

    /// <exception cref="FailureException">More than a Secret can hold.</exception>
    public static JsonObject Write(SetupRecord record, string space)
    {
        var lines = new StringBuilder();
        var data = new JsonObject();
        var size = 0;
        for (var i = 0; i < record.Entries.Count; i++)
        {
            var (reference, previous) = record.Entries[i];
            lines.Append(CultureInfo.InvariantCulture, $"{i} {(previous is null ? "created" : "changed")} {reference.ApiVersion} {reference.Kind} {(reference.Namespace.Length > 0 ? reference.Namespace : "-")} {reference.Name}\n");
            if (previous is not null)
            {
                var packed = Pack(previous);
                size += packed.Length;
                data[$"object-{i}"] = Convert.ToBase64String(packed);
            }
        }

        size += lines.Length;
        data["entries"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(lines.ToString()));
        return size <= LargestSecret
            ? new()
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Secret",
                ["metadata"] = new JsonObject
                {
                    ["name"] = NameOf(record.Number),
                    ["namespace"] = space,
                    ["labels"] = new JsonObject { ["app.kubernetes.io/managed-by"] = ClusterClient.FieldManager, [Label] = LabelValue },
                    ["annotations"] = new JsonObject
                    {
                        [StateAnnotation] = TextOf(record.State),
                        ["voiceassist.dev/environment"] = record.Environment,
                        ["voiceassist.dev/started"] = record.Started.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    },
                },
                ["type"] = Type,
                ["data"] = data,
            }
            : throw new FailureException($"The previous state of {record.Entries.Count} objects takes {size >> 10} KiB packed, and a Secret holds {LargestSecret >> 10} KiB: nothing was changed. Set up fewer objects at a time.");
    }

    /// <exception cref="FailureException">Not a record, or a damaged one.</exception>
    public static SetupRecord Read(JsonObject secret)
    {
        var name = (string?)secret["metadata"]?["name"] ?? "";
        try
        {
            var annotations = secret["metadata"]!["annotations"]!;
            var lines = Encoding.UTF8.GetString(Convert.FromBase64String((string)secret["data"]!["entries"]!)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return new()
            {
                Number = int.Parse(name.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture),
                Environment = (string)annotations["voiceassist.dev/environment"]!,
                Started = DateTimeOffset.Parse((string)annotations["voiceassist.dev/started"]!, CultureInfo.InvariantCulture),
                State = (string?)annotations[StateAnnotation] switch { "complete" => RecordState.Complete, "rolled-back" => RecordState.RolledBack, _ => RecordState.Pending },
                Entries = [.. lines.Select(l => Entry(l.Split(' '), secret["data"]!))],
            };
        }
        catch (Exception e) when (e is NullReferenceException or FormatException or InvalidDataException or InvalidOperationException or IndexOutOfRangeException or System.Text.Json.JsonException)
        {
            throw new FailureException($"Secret {name} is no setup record that can be read: {e.Message}");
        }
    }

    private static RecordEntry Entry(string[] words, JsonNode data) => new(
        new(words[2], words[3], words[4] == "-" ? "" : words[4], words[5]),
        words[1] == "created" ? null : Unpack(Convert.FromBase64String((string)data[$"object-{words[0]}"]!)));

    private static byte[] Pack(JsonObject document)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            zip.Write(Encoding.UTF8.GetBytes(document.ToJsonString()));
        }

        return packed.ToArray();
    }

    private static JsonObject Unpack(byte[] packed)
    {
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var buffer = new byte[LargestObject];
        var length = zip.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject();
    }
}
