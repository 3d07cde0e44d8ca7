using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Cli.Tests.LoadTest.Generation;

/// <summary>A real server that answers every path in one way.</summary>
internal sealed class LoadedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;
    private bool _gone;

    private LoadedServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    public int Requests => Volatile.Read(ref _requests);

    public static async Task<LoadedServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = new LoadedServer(builder.Build());
        server._app.Run(context =>
        {
            Interlocked.Increment(ref server._requests);
            return answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_gone)
        {
            _gone = true;
            await _app.DisposeAsync();
        }
    }
}
