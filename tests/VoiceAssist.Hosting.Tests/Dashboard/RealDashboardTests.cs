using Aspire.Hosting.Dashboard;
using VoiceAssist.Hosting.Tests.State;

namespace VoiceAssist.Hosting.Tests.Dashboard;

public class RealDashboardTests
{
    [Fact(Timeout = 60_000)]
    public async Task The_real_dashboard_connects_asks_for_everything_and_lets_its_user_in()
    {
        Assert.SkipWhen(DashboardProcess.Path is null, "The Aspire dashboard is not installed; ASPIRE_DASHBOARD_PATH says where it is.");
        await using var host = new ServiceHost();
        var resource = new TestResource("worker", replicas: 2);
        await host.State.Set(resource, "Running");
        var options = new DashboardOptions
        {
            ApplicationName = "VoiceAssist",
            EnvironmentName = "Development",
            BrowserToken = "letmein",
            OtlpApiKey = "otlp",
            ApiKey = "api",
            ResourceServiceApiKey = ServiceHost.Key,
        };

        await using var dashboard = DashboardProcess.Start(options, await host.StartAsync());
        var frontend = await dashboard.Frontend;

        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var stranger = await browser.GetAsync(frontend, TestContext.Current.CancellationToken);
        using var user = await browser.GetAsync(DashboardLogin.Url(frontend, options.BrowserToken), TestContext.Current.CancellationToken);
        using var page = await browser.GetAsync(frontend, TestContext.Current.CancellationToken);

        // A dashboard connects when it first needs resources: for a page in a browser, or to name the senders of telemetry.
        browser.DefaultRequestHeaders.Add("x-api-key", options.ApiKey);
        using var telemetry = await browser.GetAsync(new Uri(frontend, "/api/telemetry/resources"), TestContext.Current.CancellationToken);
        await host.CalledAsync("GetApplicationInformation", "WatchResources");

        Assert.Contains("login", stranger.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.True(user.Headers.Contains("Set-Cookie"), dashboard.Output);
        Assert.True(telemetry.IsSuccessStatusCode, dashboard.Output);
        Assert.True(page.IsSuccessStatusCode, dashboard.Output);
    }
}
