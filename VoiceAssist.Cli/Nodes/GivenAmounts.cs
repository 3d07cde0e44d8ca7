using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Nodes;

/// <summary>CPU and memory as written on the command line: <c>500m/1Gi</c>, or <c>0/0</c>.</summary>
internal static class GivenAmounts
{
    /// <returns>Null when it is not of that form.</returns>
    public static ResourceAmounts? TryParse(string text) =>
        text.Split('/') is [var cpu, var memory] && Cpu.TryParse(cpu, out var cores) && Memory.TryParse(memory, out var bytes) ? new(cores, bytes) : null;

    /// <exception cref="UsageException">Not of that form.</exception>
    public static ResourceAmounts Parse(string option, string text) =>
        TryParse(text) ?? throw new UsageException($"{option}: '{text}' is not allowed; give CPU/MEMORY, for example 300m/512Mi or 0/0.");
}
