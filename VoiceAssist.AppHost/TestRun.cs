using Microsoft.Extensions.Configuration;

namespace VoiceAssist.AppHost;

/// <summary>Tells tests from a developer's own run.</summary>
internal static class TestRun
{
    /// <summary>Whether a test runs the app: Aspire then gives it random ports.</summary>
    public static bool Is(IDistributedApplicationBuilder builder) =>
        builder.Configuration.GetValue("DcpPublisher:RandomizePorts", defaultValue: false);
}
