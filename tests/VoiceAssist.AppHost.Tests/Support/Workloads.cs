using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>The names of the four workloads.</summary>
internal static class Workloads
{
    public static IReadOnlyList<string> All { get; } = [ResourceNames.Postgres, ResourceNames.Redis, ResourceNames.Worker, ResourceNames.Server];
}
