using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using VoiceAssist.Contracts;

namespace VoiceAssist.ServiceDefaults.Tests.Telemetry;

public class TelemetryFlushTests
{
    /// <summary>A receiver that takes connections and never answers.</summary>
    [Fact]
    public async Task After_the_stop_no_signal_is_left_to_wait_for_its_receiver()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://{deaf.LocalEndpoint}";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        await using var app = builder.Build();
        await app.StartAsync();
        using (var source = new ActivitySource(TelemetryNames.Jobs))
        {
            Assert.NotNull(source.StartActivity("waits to be sent"));
        }

        await app.StopAsync();

        // Whoever was shut down says so the second time.
        Assert.False(app.Services.GetRequiredService<TracerProvider>().Shutdown());
        Assert.False(app.Services.GetRequiredService<MeterProvider>().Shutdown());
        Assert.False(app.Services.GetRequiredService<LoggerProvider>().Shutdown());
    }
}
