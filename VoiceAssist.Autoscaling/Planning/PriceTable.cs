namespace VoiceAssist.Autoscaling.Planning;

/// <summary>What the user pays. The library knows no prices of its own.</summary>
/// <param name="Currency">For display, for example EUR.</param>
/// <param name="NodePerHour">Price of one node per hour by the node shape's name.</param>
public sealed record PriceTable(string Currency, IReadOnlyDictionary<string, decimal> NodePerHour)
{
    /// <summary>Hours of an average month, 365 × 24 / 12.</summary>
    public const int HoursPerMonth = 730;

    /// <summary>The monthly price of a number of nodes.</summary>
    /// <exception cref="KeyNotFoundException">The table has no price for the shape.</exception>
    public decimal Monthly(NodeShape node, int nodes)
    {
        ArgumentNullException.ThrowIfNull(node);
        return NodePerHour.TryGetValue(node.Name, out var price)
            ? price * nodes * HoursPerMonth
            : throw new KeyNotFoundException($"The price table has no node '{node.Name}'; it has {string.Join(", ", NodePerHour.Keys.Order(StringComparer.Ordinal))}.");
    }
}
