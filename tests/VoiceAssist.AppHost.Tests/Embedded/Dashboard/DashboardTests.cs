using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VoiceAssist.AppHost.Tests.Support;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Embedded.Dashboard;

/// <summary>What a person sees who follows the printed link.</summary>
/// <remarks>VOICEASSIST_SCREENSHOT=FILE.png keeps a picture of the resources page, the one in the README.</remarks>
[Collection(nameof(SharedHost))]
public sealed partial class DashboardTests(SharedHost host, Browser browser) : IClassFixture<Browser>
{
    // Where the checkout is on this machine is of no interest in a picture.
    private const string HidePath = """
        path => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) texts.currentNode.nodeValue = texts.currentNode.nodeValue.replaceAll(path, '');
        }
        """;

    [Fact]
    public async Task The_four_workloads_run_and_are_healthy()
    {
        var page = await LogInAsync();
        foreach (var name in Workloads.All)
        {
            var rows = Rows(page, name);
            await rows.First.WaitForAsync();

            // "Running (Unhealthy)" would be one that is not.
            await Assertions.Expect(rows.Filter(new() { HasText = "Running" })).ToHaveCountAsync(name == ResourceNames.Worker ? 2 : 1);
            await Assertions.Expect(rows.Filter(new() { HasText = "Unhealthy" })).ToHaveCountAsync(0);
        }

        if (Environment.GetEnvironmentVariable("VOICEASSIST_SCREENSHOT") is { Length: > 0 } file)
        {
            await page.EvaluateAsync(HidePath, BuildPaths.Repository);
            await page.ScreenshotAsync(new() { Path = file });
        }
    }

    [Fact]
    public async Task The_console_log_of_a_worker_shows_its_lines()
    {
        var page = await LogInAsync();
        await Rows(page, ResourceNames.Worker).First.WaitForAsync();
        var instance = WorkerInstance().Match(await page.InnerTextAsync("body")).Value;

        await page.GotoAsync(new Uri(host.Process.DashboardUrl, $"/consolelogs/resource/{instance}").ToString());

        await page.GetByText("Application started").First.WaitForAsync();
    }

    [Fact]
    public async Task It_says_which_engine_hears()
    {
        var page = await LogInAsync();

        await page.GotoAsync(new Uri(host.Process.DashboardUrl, "/structuredlogs?filters=log.message:contains:Speech%20to%20text").ToString());
        await page.GetByText("Speech to text: ").First.ClickAsync();

        await page.GetByText("voiceassist.speech_to_text").First.WaitForAsync();
        Assert.Matches("Speech to text: (engine pocketsphinx|no engine)", await page.InnerTextAsync("body"));
    }

    [Fact]
    public async Task The_trace_of_a_job_spans_gateway_and_worker()
    {
        var page = await LogInAsync();
        using var gateway = host.Process.CreateGatewayClient();
        await gateway.AnswerAsync("what time is it");

        await page.GotoAsync(new Uri(host.Process.DashboardUrl, "/traces").ToString());
        await page.GetByText($"POST {EndpointPaths.Jobs}").First.ClickAsync();

        await page.GetByText("submit command").First.WaitForAsync();
        await page.GetByText("process command").First.WaitForAsync();
        Assert.Contains($"{ResourceNames.Worker}-", await page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_there_is_only_the_login_page()
    {
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(host.Process.DashboardUrl, "/"), Deadline.Token);

        Assert.Equal("/login", response.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private async Task<IPage> LogInAsync()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(host.Process.DashboardUrl.ToString());
        return page;
    }

    private static ILocator Rows(IPage page, string name) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    [GeneratedRegex($"{ResourceNames.Worker}-[a-z]{{8}}")]
    private static partial Regex WorkerInstance();
}
