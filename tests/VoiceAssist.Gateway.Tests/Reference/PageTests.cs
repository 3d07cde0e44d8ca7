using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace VoiceAssist.Gateway.Tests.Reference;

public class PageTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

    [Fact]
    public async Task The_page_shows_every_endpoint_and_asks_nobody_but_the_gateway()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"This test needs Chromium, which is not on this machine: there is no {Chromium}.");
        var address = (await gateway.ClientAsync()).BaseAddress!;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Switches, Timeout = 180_000 });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 1400 } });
        page.SetDefaultTimeout(60_000);
        var elsewhere = new ConcurrentQueue<string>();
        var refused = new ConcurrentQueue<string>();
        page.Request += (_, request) => Note(elsewhere, request.Url, !request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal));
        page.Console += (_, message) => Note(refused, message.Text, message.Type == "error");

        await page.GotoAsync(new Uri(address, "/reference").ToString());

        foreach (var summary in new[] { "Submit a command", "List your jobs", "Read a job, or hear its answer", "Call a job off", "Follow a job" })
        {
            await page.GetByText(summary).First.WaitForAsync();
        }

        Assert.Empty(elsewhere);
        Assert.Empty(refused);
        if (Environment.GetEnvironmentVariable("VOICEASSIST_SCREENSHOT") is { Length: > 0 } file)
        {
            await page.ScreenshotAsync(new() { Path = file });
        }
    }

    private static void Note(ConcurrentQueue<string> list, string text, bool isWorthIt)
    {
        if (isWorthIt)
        {
            list.Enqueue(text);
        }
    }
}
