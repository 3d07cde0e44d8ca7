using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VoiceAssist.Hosting.Tests.Health;

/// <summary>A health check whose answers the test gives; each question waits for one.</summary>
internal sealed class ScriptedCheck : IHealthCheck
{
    private readonly Channel<HealthCheckResult> _answers = Channel.CreateUnbounded<HealthCheckResult>();

    public void Answer(params HealthStatus[] answers)
    {
        foreach (var answer in answers)
        {
            _answers.Writer.TryWrite(new(answer, $"says {answer}"));
        }
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await _answers.Reader.ReadAsync(cancellationToken);
}
