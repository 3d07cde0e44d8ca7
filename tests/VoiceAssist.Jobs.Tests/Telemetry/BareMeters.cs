using System.Diagnostics.Metrics;

namespace VoiceAssist.Jobs.Tests.Telemetry;

/// <summary>Meters without a host.</summary>
internal sealed class BareMeters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose()
    {
    }
}
