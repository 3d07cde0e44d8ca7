using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Audio;

namespace VoiceAssist.Worker.Listening.OpenAi;

/// <summary>
/// Speech to text by an endpoint that speaks OpenAI's <c>POST /v1/audio/transcriptions</c> (multipart: file, model, language; answer
/// <c>{"text":".."}</c>). What may pass (429, 5xx, no answer) is tried again by the client's resilience handler and then by the queue.
/// </summary>
internal sealed class OpenAiTranscriber(IHttpClientFactory clients, IOptions<SpeechOptions> options) : ITranscriber
{
    /// <summary>Name of its HTTP client.</summary>
    public const string Client = "speech-openai";

    /// <summary>In bytes: an hour of speech is some 60 kB of text.</summary>
    public const int MaxAnswerLength = 1024 * 1024;

    private readonly OpenAiOptions _options = options.Value.OpenAi;

    public string Name => SpeechEngines.OpenAi;

    /// <returns>The whole address, whether or not the base ends with a slash or with <c>/v1</c>.</returns>
    public static Uri Endpoint(Uri baseUrl)
    {
        var start = baseUrl.AbsoluteUri.TrimEnd('/');
        return new Uri($"{(start.EndsWith("/v1", StringComparison.Ordinal) ? start : $"{start}/v1")}/audio/transcriptions");
    }

    /// <exception cref="HttpRequestException">The endpoint does not answer now, or not with what it should.</exception>
    public async Task<string> TranscribeAsync(Recording recording, TranscriptionMode mode, string? language, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint(_options.BaseUrl!)) { Content = Form(recording, language) };
        if (_options.ApiKey is { Length: > 0 } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var client = clients.CreateClient(Client);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        RequireSuccess(response.StatusCode);
        return Text(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private MultipartFormDataContent Form(Recording recording, string? language)
    {
        var file = new ReadOnlyMemoryContent(recording.File);
        file.Headers.ContentType = new MediaTypeHeaderValue(WaveFile.ContentType);
        var form = new MultipartFormDataContent
        {
            { file, "file", "recording.wav" },
            { new StringContent(_options.Model), "model" },
            { new StringContent("json"), "response_format" },
        };
        if (language is not null)
        {
            form.Add(new StringContent(language.Split('-')[0]), "language");
        }

        return form;
    }

    private static void RequireSuccess(HttpStatusCode status)
    {
        switch (status)
        {
            case HttpStatusCode.OK:
                return;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new EngineMissingException(
                    $"The speech endpoint refuses the worker's API key (status {(int)status}). Set Speech__OpenAi__ApiKey on the worker.");
            case HttpStatusCode.NotFound:
                throw new EngineMissingException(
                    "The speech endpoint does not exist or does not know the model (status 404). Set Speech__OpenAi__BaseUrl and Speech__OpenAi__Model on the worker.");
            case HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity:
                throw new UnfitRecordingException($"The speech endpoint does not take this recording (status {(int)status}).");
            default:
                throw new HttpRequestException($"The speech endpoint answered with status {(int)status}.", null, status);
        }
    }

    private static string Text(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("text", out var text)
                && text.ValueKind == JsonValueKind.String)
            {
                return string.Concat(text.GetString()!.Where(c => !char.IsControl(c))).Trim();
            }
        }
        catch (JsonException e)
        {
            throw new HttpRequestException("The speech endpoint's answer is not JSON.", e);
        }

        throw new HttpRequestException("The speech endpoint's answer has no string 'text'.");
    }
}
