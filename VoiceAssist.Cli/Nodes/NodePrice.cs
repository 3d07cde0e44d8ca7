using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Cli.Nodes;

/// <summary>A size of node and its price.</summary>
internal sealed record NodePrice(string Name, ResourceAmounts Capacity, decimal PerHour);
