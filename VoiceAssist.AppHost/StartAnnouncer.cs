using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VoiceAssist.AppHost.Rehearsal;

namespace VoiceAssist.AppHost;

/// <summary>Prints <c>gateway: URL</c> once the gateway has an address, and <c>ready: N s</c> once every workload is healthy.</summary>
internal sealed class StartAnnouncer(EndpointReference gateway, DistributedApplicationModel model, ResourceNotificationService notifications, IServiceProvider services) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var url = services.GetService<RehearsalService>() is { } rehearsal
            ? await rehearsal.Url.WaitAsync(stoppingToken).ConfigureAwait(false)
            : await gateway.GetValueAsync(stoppingToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"gateway: {url}").ConfigureAwait(false);
        var workloads = model.Resources.OfType<IComputeResource>().Where(r => !r.HasAnnotationOfType<ExplicitStartupAnnotation>());
        await Task.WhenAll(workloads.Select(w => notifications.WaitForResourceHealthyAsync(w.Name, WaitBehavior.WaitOnResourceUnavailable, stoppingToken))).ConfigureAwait(false);
        using var process = Process.GetCurrentProcess();
        var elapsed = DateTime.Now - process.StartTime;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ready: {elapsed.TotalSeconds:0.0} s")).ConfigureAwait(false);
    }
}
