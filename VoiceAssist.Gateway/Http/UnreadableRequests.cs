using System.Diagnostics;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace VoiceAssist.Gateway.Http;

/// <summary>
/// Makes problem details of what the server refuses by itself, before there is a request to handle: a head that it does not understand, that
/// is too long or too slow. Kestrel tells of each by an event of its diagnostics while its answer, which has no body, can still be changed; it
/// writes no body for it either, so that follows when it is done with the connection, which ends with such an answer.
/// </summary>
internal sealed class UnreadableRequests : IObserver<KeyValuePair<string, object?>>
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private static readonly object Body = new();

    public static void Apply(KestrelServerOptions server) => server.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => async connection =>
    {
        await next(connection);
        if (connection.Items.TryGetValue(Body, out var body))
        {
            await connection.Transport.Output.WriteAsync((byte[])body!);
        }
    }));

    public static void Listen(IServiceProvider services) => services.GetRequiredService<DiagnosticListener>().Subscribe(new UnreadableRequests(), name => name == BadRequest);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not IFeatureCollection features || features.Get<IHttpResponseFeature>() is not { HasStarted: false } response)
        {
            return;
        }

        var (status, title) = (response.StatusCode, ReasonPhrases.GetReasonPhrase(response.StatusCode));
        var body = JsonSerializer.SerializeToUtf8Bytes(new ProblemDetails { Status = status, Title = title }, JsonSerializerOptions.Web);
        (response.Headers.Connection, response.Headers.ContentType, response.Headers.ContentLength) = ("close", MediaTypeNames.Application.ProblemJson, body.Length);
        features.GetRequiredFeature<IConnectionItemsFeature>().Items[Body] = body;

        // Only writes the head to where the body follows: nothing to wait for.
        _ = features.GetRequiredFeature<IHttpResponseBodyFeature>().StartAsync();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
