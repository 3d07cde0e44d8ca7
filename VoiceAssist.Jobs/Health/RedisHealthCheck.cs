using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoiceAssist.Jobs.Queue;

namespace VoiceAssist.Jobs.Health;

/// <summary>
/// Healthy when Redis answers. Before the first attempt to connect has ended it is unhealthy whatever the registration says:
/// a process just started should not get its first request before it can enqueue.
/// </summary>
internal sealed class RedisHealthCheck(JobQueue queue, RedisConnection redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!redis.HasTried)
        {
            return HealthCheckResult.Unhealthy("Redis is not connected yet.");
        }

        try
        {
            await queue.PingAsync().WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (QueueUnavailableException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "Redis does not answer.", e);
        }
    }
}
