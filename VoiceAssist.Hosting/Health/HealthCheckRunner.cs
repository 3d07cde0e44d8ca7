using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Health;

/// <summary>Runs registered health checks by key.</summary>
internal sealed class HealthCheckRunner(HealthCheckService checks, IOptions<HealthCheckServiceOptions> options, TimeProvider time)
{
    /// <summary>Runs the checks side by side.</summary>
    /// <returns>One report per key, in their order; a check that fails, is too slow or is not registered is unhealthy.</returns>
    public async Task<ImmutableArray<HealthReportSnapshot>> RunAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(keys.Select(k => RunAsync(k, cancellationToken))).ConfigureAwait(false)];

    private async Task<HealthReportSnapshot> RunAsync(string key, CancellationToken cancellationToken)
    {
        var (description, exception) = ("", default(Exception));
        var status = HealthStatus.Unhealthy;
        if (options.Value.Registrations.FirstOrDefault(r => r.Name == key) is not { } registration)
        {
            description = $"No health check is registered as '{key}'.";
        }
        else
        {
            // Whether a check looks at its token is its own affair: the pause between checks must not depend on it.
            var timeout = registration.Timeout > TimeSpan.Zero ? registration.Timeout : HealthCheckCadence.Timeout;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                var report = await checks.CheckHealthAsync(r => r.Name == key, stop.Token).WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
                var entry = report.Entries[key];
                (status, description, exception) = (entry.Status, entry.Description, entry.Exception);
            }
            catch (TimeoutException)
            {
                description = $"No answer within {timeout.TotalSeconds:0.#} s.";
                await stop.CancelAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                (description, exception) = (e.Message, e);
            }
        }

        return new(key, status, description, exception?.ToString()) { LastRunAt = time.GetUtcNow().UtcDateTime };
    }
}
