using System.Net;
using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

public sealed class DataTests
{
    [Fact]
    public async Task Jobs_survive_a_restart_of_the_app_host_and_fresh_true_starts_without_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by kill.");
        using var home = new TemporaryDirectory();
        var (job, finished) = await RunAsync(home, [], async gateway =>
        {
            var location = await gateway.SubmitAsync("turn on the lights");
            return (new Uri(location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString, UriKind.Relative), (await gateway.DoneAsync(location)).FinishedAt);
        });

        Assert.Equal(finished, await RunAsync(home, [], async gateway => (await gateway.DoneAsync(job)).FinishedAt));

        Assert.Equal(HttpStatusCode.NotFound, await RunAsync(home, ["--fresh", "true"], async gateway => (await gateway.GetAsync(job)).StatusCode));
    }

    private static async Task<T> RunAsync<T>(TemporaryDirectory home, string[] arguments, Func<HttpClient, Task<T>> use)
    {
        await using var host = await AppHostProcess.RunAsync(home, arguments);
        using var gateway = host.CreateGatewayClient();
        var result = await use(gateway);
        Assert.Equal(0, await host.StopAsync(AppHostProcess.SigTerm));
        return result;
    }
}
