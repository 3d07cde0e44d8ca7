using VoiceAssist.Worker.Listening.PocketSphinx;

namespace VoiceAssist.Worker.Listening;

/// <summary>Makes the engine ready while the process starts, and says in the log which one it is.</summary>
internal sealed class ListeningStart(DetectedEngine detected, ITranscriber transcriber, ILogger<ListeningStart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (detected.Missing is { } missing)
        {
            logger.LogWarning("Speech to text: no engine; text commands work all the same. {Missing}", missing);
            return;
        }

        logger.LogInformation("Speech to text: engine {Engine}", transcriber.Name);
        if (transcriber is PocketSphinxTranscriber sphinx)
        {
            await sphinx.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sphinx.Ready.Exception is { } problem)
            {
                logger.LogError(problem, "Speech to text: engine {Engine} does not start", transcriber.Name);
            }
        }
    }
}
