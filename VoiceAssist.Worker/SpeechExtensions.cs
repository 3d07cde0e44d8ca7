using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenTelemetry.Resources;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Listening.OpenAi;
using VoiceAssist.Worker.Listening.PocketSphinx;
using VoiceAssist.Worker.Speaking;

namespace VoiceAssist.Worker;

/// <summary>Hearing and speaking. What is there is looked at once, here.</summary>
internal static class SpeechExtensions
{
    public static void AddSpeech(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(SpeechOptions.Section);
        var options = section.Get<SpeechOptions>() ?? new SpeechOptions();
        var detected = DetectedEngine.Find(options);
        var program = SpeechProgram.Find(options.Speaking, Environment.GetEnvironmentVariable("PATH"));

        var services = builder.Services;
        services.AddSingleton<IValidateOptions<SpeechOptions>, SpeechOptionsValidator>();
        services.AddOptions<SpeechOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton(detected);
        services.AddSingleton(program);
        services.AddSingleton<Speaker>();
        services.AddTranscriber(detected);
        services.AddHostedService<ListeningStart>();
        services.AddHealthChecks()
            .AddCheck<ListeningCheck>(DetectedEngine.Role, HealthStatus.Degraded)
            .AddCheck<SpeakingCheck>(SpeechProgram.Role, HealthStatus.Degraded);
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddAttributes(
        [
            new("voiceassist.speech_to_text", detected.Name),
            new("voiceassist.text_to_speech", program.Name),
        ]));
    }

    private static void AddTranscriber(this IServiceCollection services, DetectedEngine detected)
    {
        switch (detected.Name)
        {
            case SpeechEngines.OpenAi:
                services.AddOpenAiTranscriber();
                break;
            case SpeechEngines.PocketSphinx:
                services.AddSingleton<ITranscriber, PocketSphinxTranscriber>();
                break;
            default:
                services.AddSingleton<ITranscriber, MissingTranscriber>();
                break;
        }
    }
}
