using System.Globalization;
using System.Text.Json;
using VoiceAssist.Autoscaling.Planning;

namespace VoiceAssist.Cli.Nodes;

/// <summary>What a user pays for which sizes of node: a table in a file.</summary>
/// <param name="Currency">For display; empty where the file names none.</param>
/// <param name="Rows">The sizes, in the file's order.</param>
internal sealed record NodePrices(string Currency, IReadOnlyList<NodePrice> Rows)
{
    /// <summary>What is allowed.</summary>
    public const string Forms = """lines of name,cpu,memory,price an hour (as n8,8,32Gi,0.38), or JSON as {"currency":"EUR","nodes":[{"name":"n8","cpu":"8","memory":"32Gi","pricePerHour":0.38}]}""";

    public const decimal HighestPrice = 1_000_000;
    private const int LargestFile = 1 << 20;
    private const int MostRows = 1000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <exception cref="UsageException">The file cannot be read, or is no such table; the message names the place.</exception>
    public static NodePrices Read(string path)
    {
        try
        {
            var text = new FileInfo(path).Length <= LargestFile ? File.ReadAllText(path) : throw new FormatException($"larger than {LargestFile >> 20} MiB");
            var (currency, rows) = text.TrimStart().StartsWith('{') ? FromJson(text) : ("", [.. FromCsv(text)]);
            return Checked(new(currency, rows));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or JsonException)
        {
            throw new UsageException($"--prices: '{path}': {e.Message}; allowed are {Forms}.");
        }
    }

    /// <summary>All sizes as nodes.</summary>
    public IReadOnlyList<GivenNode> ToNodes(NodeOverhead overhead)
    {
        var table = new PriceTable(Currency, Rows.ToDictionary(r => r.Name, r => r.PerHour, StringComparer.Ordinal));
        return [.. Rows.Select(r => new GivenNode(overhead.On(r.Name, r.Capacity), table))];
    }

    private static IEnumerable<NodePrice> FromCsv(string text)
    {
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#' || (number == 0 && fields is ["name", ..]))
            {
                continue;
            }

            yield return fields is [var name, var cpu, var memory, var price] && decimal.TryParse(price, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perHour)
                ? Row(name, cpu, memory, perHour)
                : throw new FormatException($"line {number + 1}, '{line}', is no node");
        }
    }

    private static (string Currency, IReadOnlyList<NodePrice> Rows) FromJson(string text)
    {
        var table = JsonSerializer.Deserialize<Table>(text, Json)!;
        return (table.Currency ?? "", [.. table.Nodes.Select(n => Row(n.Name, n.Cpu, n.Memory, n.PricePerHour))]);
    }

    private static NodePrice Row(string name, string cpu, string memory, decimal perHour) =>
        GivenAmounts.TryParse($"{cpu}/{memory}") is not { } capacity ? throw new FormatException($"node '{name}' has '{cpu}' and '{memory}' where quantities such as 8 and 32Gi belong")
        : perHour is < 0 or > HighestPrice ? throw new FormatException($"node '{name}' costs {perHour}, allowed is 0 to {HighestPrice}")
        : new(name, capacity, perHour);

    private static NodePrices Checked(NodePrices prices) => prices.Rows.Count is < 1 or > MostRows
        ? throw new FormatException($"{prices.Rows.Count} nodes, allowed are 1 to {MostRows}")
        : prices.Rows.GroupBy(r => r.Name).FirstOrDefault(g => g.Count() > 1) is { } twice ? throw new FormatException($"node '{twice.Key}' is there twice") : prices;

    private sealed record Table(IReadOnlyList<TableRow> Nodes, string? Currency = null);

    private sealed record TableRow(string Name, string Cpu, string Memory, decimal PricePerHour);
}
