using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace VoiceAssist.AppHost;

/// <summary>Prints <c>gateway: URL</c> once the gateway has an address, and <c>ready: N s</c> once every workload is healthy.</summary>
internal sealed class StartAnnouncer(EndpointReference gateway, DistributedApplicationModel model, ResourceNotificationService notifications) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var url = await gateway.GetValueAsync(stoppingToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"gateway: {url}").ConfigureAwait(false);
        var workloads = model.Resources.OfType<IComputeResource>();
        await Task.WhenAll(workloads.Select(w => notifications.WaitForResourceHealthyAsync(w.Name, WaitBehavior.WaitOnResourceUnavailable, stoppingToken))).ConfigureAwait(false);
        using var process = Process.GetCurrentProcess();
        var elapsed = DateTime.Now - process.StartTime;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ready: {elapsed.TotalSeconds:0.0} s")).ConfigureAwait(false);
    }
}
