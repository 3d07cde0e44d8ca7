using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>An app host that was started beside another one of the same checkout and user.</summary>
public sealed class SecondHost(SharedHost first) : IAsyncLifetime
{
    private AppHostProcess? _process;

    internal AppHostProcess First => first.Process;

    internal AppHostProcess Process => _process ?? throw new InvalidOperationException("The app host was not started.");

    public async ValueTask InitializeAsync() => _process = await AppHostProcess.RunAsync(first.Home);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
