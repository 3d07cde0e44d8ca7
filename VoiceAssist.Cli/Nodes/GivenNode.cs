using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;

namespace VoiceAssist.Cli.Nodes;

/// <summary>A size of node that a user named, with its price where one is known.</summary>
internal sealed record GivenNode(NodeShape Shape, PriceTable? Prices)
{
    public const string Forms = "CPUcpu/MEMORY with a price per hour if you like, for example 4cpu/16Gi or 4cpu/16Gi@0.19EUR";

    /// <summary>Reads a size as written on the command line.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What was given.</param>
    /// <param name="overhead">What a node does not give to workloads.</param>
    /// <exception cref="UsageException">Not of that form.</exception>
    public static GivenNode Parse(string option, string text, NodeOverhead overhead)
    {
        var parts = text.Split('@');
        return parts.Length <= 2 && Size(parts[0]) is { } capacity && (parts.Length == 1 || Price(parts[1]) is not null)
            ? new(overhead.On(parts[0], capacity), parts.Length == 2 ? new(Price(parts[1])!.Value.Currency, new Dictionary<string, decimal> { [parts[0]] = Price(parts[1])!.Value.PerHour }) : null)
            : throw new UsageException($"{option}: '{text}' is not allowed; give {Forms}.");
    }

    private static ResourceAmounts? Size(string text) => text.Split("cpu/") is [var cpu, var memory] ? GivenAmounts.TryParse($"{cpu}/{memory}") : null;

    private static (decimal PerHour, string Currency)? Price(string text)
    {
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        return decimal.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price <= NodePrices.HighestPrice ? (price, text[digits..]) : null;
    }
}
