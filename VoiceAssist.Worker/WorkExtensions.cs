using VoiceAssist.Jobs;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.ServiceDefaults.Shutdown;
using VoiceAssist.Worker.Commands;
using VoiceAssist.Worker.Transcriptions;
using VoiceAssist.Worker.Understanding;
using VoiceAssist.Worker.Understanding.Clock;
using VoiceAssist.Worker.Understanding.Lights;
using VoiceAssist.Worker.Understanding.Music;
using VoiceAssist.Worker.Understanding.Timers;
using VoiceAssist.Worker.Understanding.Weather;

namespace VoiceAssist.Worker;

/// <summary>The work that this worker can do.</summary>
internal static class WorkExtensions
{
    public static void AddWork(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IGrammar, TimerGrammar>();
        services.AddSingleton<IGrammar, LightGrammar>();
        services.AddSingleton<IGrammar, WeatherGrammar>();
        services.AddSingleton<IGrammar, ClockGrammar>();
        services.AddSingleton<IGrammar, MusicGrammar>();
        services.AddSingleton<CommandParser>();
        services.AddJobHandler<CommandHandler>();
        services.AddJobHandler<TranscriptionHandler>();
        services.AddOptions<ProcessorOptions>()
            .Configure<ShutdownOptions>((processor, shutdown) => processor.FinishBudget = shutdown.InFlight);
    }
}
