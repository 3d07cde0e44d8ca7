using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>An app host with its dashboard that runs for all tests of the collection; they leave it as it is.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private readonly TemporaryDirectory _home = new();
    private AppHostProcess? _process;

    internal TemporaryDirectory Home => _home;

    internal AppHostProcess Process => _process ?? throw new InvalidOperationException("The app host was not started.");

    public async ValueTask InitializeAsync() => _process = await AppHostProcess.RunAsync(_home);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _home.Dispose();
    }
}
