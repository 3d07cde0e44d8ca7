using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>Two app hosts at once in one checkout, the second of them with a worker that crashes.</summary>
[Collection(nameof(SharedHost))]
public sealed partial class SecondHostTests(SecondHost second) : IClassFixture<SecondHost>
{
    [Fact]
    public void Two_app_hosts_have_no_address_in_common()
    {
        Uri[] urls = [second.First.GatewayUrl, second.First.DashboardUrl, second.Process.GatewayUrl, second.Process.DashboardUrl];

        Assert.Equal(4, urls.Select(u => u.Port).Distinct().Count());
    }

    [Fact]
    public async Task Two_app_hosts_have_no_data_in_common()
    {
        using var first = second.First.CreateGatewayClient();
        using var other = second.Process.CreateGatewayClient();
        var job = await first.SubmitAsync("what time is it");
        await first.DoneAsync(job);

        using var response = await other.GetAsync(new Uri(job.IsAbsoluteUri ? job.PathAndQuery : job.OriginalString, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_worker_that_crashes_is_reported_with_its_last_lines_and_the_rest_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        var worker = second.Process.Processes("VoiceAssist.Worker/")[0];

        using (var process = Process.GetProcessById(worker))
        {
            process.Kill();
        }

        await Eventually.BeAsync(
            "the crash is reported",
            () => Task.FromResult(Report().IsMatch(second.Process.Output)),
            () => second.Process.Output);
        using var gateway = second.Process.CreateGatewayClient();
        Assert.Equal("Timer set for 1 minute.", await gateway.AnswerAsync("set a timer for one minute"));
    }

    /// <summary>From its first line to the last that a worker writes by itself; the lines reach us one by one.</summary>
    [GeneratedRegex($"Resource '{ResourceNames.Worker}'.*Its last lines:.*Application started", RegexOptions.Singleline)]
    private static partial Regex Report();
}
