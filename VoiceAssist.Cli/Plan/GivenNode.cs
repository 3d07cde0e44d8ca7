using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Plan;

/// <summary>A node size as written on the command line: <c>4cpu/16Gi</c>, with a price as <c>4cpu/16Gi@0.19EUR</c>.</summary>
internal sealed record GivenNode(NodeShape Shape, PriceTable? Prices)
{
    public const string Forms = "CPUcpu/MEMORY with a price per hour if you like, for example 4cpu/16Gi or 4cpu/16Gi@0.19EUR";

    // What AKS, EKS and GKE keep of a node of this size, roughly; and a few daemon sets.
    private const double ReservedShare = 0.06;
    private const int DaemonPods = 6;

    /// <exception cref="UsageException">Not of that form.</exception>
    public static GivenNode Parse(string text)
    {
        try
        {
            var parts = text.Split('@');
            var size = parts[0].Split("cpu/");
            if (parts.Length > 2 || size.Length != 2)
            {
                throw new FormatException();
            }

            var capacity = ResourceAmounts.Parse(size[0], size[1]);
            var shape = new NodeShape { Name = parts[0], Capacity = capacity, Reserved = Share(capacity), DaemonPods = DaemonPods };
            return new(shape, parts.Length == 2 ? PricesOf(parts[0], parts[1]) : null);
        }
        catch (FormatException)
        {
            throw new UsageException($"--node: '{text}' is not allowed; give {Forms}.");
        }
    }

    private static PriceTable PricesOf(string name, string text)
    {
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        return new(text[digits..], new Dictionary<string, decimal> { [name] = decimal.Parse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) });
    }

    private static ResourceAmounts Share(ResourceAmounts of) => new(
        Cpu.FromMillicores((long)(of.Cpu.Millicores * ReservedShare)),
        Memory.FromBytes((long)(of.Memory.Bytes * ReservedShare)));
}
