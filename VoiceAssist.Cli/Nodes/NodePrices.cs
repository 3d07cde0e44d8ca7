namespace VoiceAssist.Cli.Nodes;

internal static class NodePrices
{
    public const decimal HighestPrice = 1_000_000;
}
