using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoiceAssist.ServiceDefaults.Health;

namespace VoiceAssist.Worker.Speaking;

/// <summary>Readiness: a worker that cannot speak is degraded at most.</summary>
internal sealed class SpeakingCheck(SpeechProgram program) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(program.File is null ? HealthCheckResult.Degraded(SpeechProgram.InstallHint) : HealthCheckResult.Healthy(data: ReadinessData.Uses(program.Name)));
}
