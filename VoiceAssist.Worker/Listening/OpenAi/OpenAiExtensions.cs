using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace VoiceAssist.Worker.Listening.OpenAi;

internal static class OpenAiExtensions
{
    private const int Retries = 2;

    /// <summary>Adds the engine, with the same kind of resilience as every client but the time that a transcription takes.</summary>
    public static IServiceCollection AddOpenAiTranscriber(this IServiceCollection services)
    {
        services.AddSingleton<ITranscriber, OpenAiTranscriber>();
        var http = services.AddHttpClient(OpenAiTranscriber.Client, client =>
        {
            // The resilience handler has the time limits.
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = OpenAiTranscriber.MaxAnswerLength;
        });

        // Two stacked handlers would multiply their attempts.
#pragma warning disable EXTEXP0001
        http.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        http.AddStandardResilienceHandler().Configure((resilience, provider) =>
            Limit(resilience, provider.GetRequiredService<IOptions<SpeechOptions>>().Value.OpenAi.AttemptTimeout));
        return services;
    }

    private static void Limit(HttpStandardResilienceOptions resilience, TimeSpan attempt)
    {
        resilience.Retry.MaxRetryAttempts = Retries;
        resilience.AttemptTimeout.Timeout = attempt;
        resilience.TotalRequestTimeout.Timeout = attempt * (Retries + 1);
        resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(Math.Max(30, 2 * attempt.TotalSeconds));
    }
}
