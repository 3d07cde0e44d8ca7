using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoiceAssist.ServiceDefaults.Health;
using VoiceAssist.Worker.Listening.PocketSphinx;

namespace VoiceAssist.Worker.Listening;

/// <summary>Readiness: without an engine the worker serves text commands all the same, so it is degraded at most.</summary>
internal sealed class ListeningCheck(DetectedEngine detected, ITranscriber transcriber) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult((detected.Missing, transcriber) switch
        {
            ({ } missing, _) => HealthCheckResult.Degraded(missing),
            (_, PocketSphinxTranscriber { Ready.IsFaulted: true }) => HealthCheckResult.Degraded($"{transcriber.Name} does not start; the log says why"),
            _ => HealthCheckResult.Healthy(data: ReadinessData.Uses(transcriber.Name)),
        });
}
