using System.Text.Json;

namespace Aspire.Hosting.Dcp;

/// <summary>A message of DCP itself: a line of a workload's system log or of DCP's own log.</summary>
/// <param name="Timestamp">When DCP said it; missing in logs read without time stamps.</param>
/// <param name="Level"><c>debug</c>, <c>info</c> or <c>error</c>.</param>
/// <param name="Category">The part of DCP that says it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Details">What belongs to the message, as <c>key = value</c>.</param>
internal sealed record DcpMessage(DateTimeOffset? Timestamp, string Level, string Category, string Text, IReadOnlyList<string> Details)
{
    // The first group says nothing to a reader of one workload's log; the second may hold secrets.
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Executable", "Container", "Reconciliation", "RunID", "stack",
        "Args", "Command", "Env", "Input",
    };

    public bool IsError => Level == "error";

    /// <remarks>Fields, tab separated: time (may be missing), level, category, message, JSON object (may be missing).</remarks>
    public static DcpMessage? TryParse(string line)
    {
        var fields = line.Split('\t');
        var first = DcpLogLineParser.TryParseTimestamp(fields[0], out var timestamp) ? 1 : 0;
        if (fields.Length < first + 3)
        {
            return null;
        }

        return new DcpMessage(
            first == 1 ? timestamp : null,
            fields[first],
            fields[first + 1],
            fields[first + 2],
            fields.Length > first + 3 ? ReadDetails(string.Join('\t', fields[(first + 3)..])) : []);
    }

    public override string ToString() => Details.Count == 0 ? Text : $"{Text.TrimEnd('.', ':')}: {string.Join(", ", Details)}";

    private static IReadOnlyList<string> ReadDetails(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Where(p => !Dropped.Contains(p.Name)).Select(p => $"{p.Name} = {p.Value}")]
                : [];
        }
        catch (JsonException)
        {
            // Cut off or not JSON: the message stands without it, because unread details might hold a secret.
            return [];
        }
    }
}
