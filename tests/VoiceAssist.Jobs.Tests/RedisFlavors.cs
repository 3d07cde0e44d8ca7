using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests;

/// <summary>Rows for a test that has to pass on every server.</summary>
public static class RedisFlavors
{
    public static TheoryData<RedisFlavor> All => [.. Enum.GetValues<RedisFlavor>()];
}
