using Microsoft.Playwright;
using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded.Dashboard;

/// <summary>The machine's own Chromium, headless; nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Milliseconds until what a page should show counts as missing.</summary>
    private const float Patience = 60_000;

    private readonly TemporaryDirectory _profile = new();
    private IPlaywright? _playwright;
    private IBrowserContext? _context;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _context = await _playwright.Chromium.LaunchPersistentContextAsync(_profile.Path, new()
        {
            ExecutablePath = Executable,
            Headless = true,
            Args = Switches,
            Timeout = 180_000,
            ViewportSize = new() { Width = 1500, Height = 720 },
            Locale = "en-US",
        });
        _context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    /// <summary>A new page; the test is skipped where there is no browser.</summary>
    public async Task<IPage> NewPageAsync()
    {
        Assert.SkipWhen(_context is null, $"This test needs Chromium, which is not on this machine: there is no {Executable}.");
        return await _context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }

        _playwright?.Dispose();
        _profile.Dispose();
    }
}
