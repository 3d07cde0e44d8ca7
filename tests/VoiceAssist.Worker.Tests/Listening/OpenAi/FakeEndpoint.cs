using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Worker.Tests.Listening.OpenAi;

/// <summary>A real server on a free local port that answers <c>/v1/audio/transcriptions</c> as a test wants.</summary>
internal sealed class FakeEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private FakeEndpoint(WebApplication app) => _app = app;

    public Uri BaseUrl => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>How many requests have come in.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<FakeEndpoint> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new FakeEndpoint(builder.Build());
        endpoint._app.MapPost("/v1/audio/transcriptions", context => answer(context, Interlocked.Increment(ref endpoint._requests)));
        await endpoint._app.StartAsync();
        return endpoint;
    }

    /// <summary>Answers every request with one status and body.</summary>
    public static Task<FakeEndpoint> StartAsync(int status, string body) => StartAsync((context, _) =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
