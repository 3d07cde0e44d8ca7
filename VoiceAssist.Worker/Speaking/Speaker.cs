using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Audio;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Worker.Listening;

namespace VoiceAssist.Worker.Speaking;

/// <summary>Speaks answers, for the jobs that ask for it.</summary>
internal sealed class Speaker(SpeechProgram program, IOptions<SpeechOptions> options) : IDisposable
{
    /// <summary>In bytes: three minutes and more, where an answer takes seconds.</summary>
    private const int MaxOutput = 10 * 1024 * 1024;

    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount));

    /// <returns>The answer as file <see cref="JobFileNames.Speech"/>, or nothing when the job does not ask for it.</returns>
    /// <exception cref="JobFailedException">Nothing here can speak.</exception>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public async Task<IReadOnlyList<JobFile>> SpeakAsync(JobContext job, string answer, CancellationToken cancellationToken)
    {
        if (!job.Speak)
        {
            return [];
        }

        if (program.File is not { } file)
        {
            throw new JobFailedException(SpeechProgram.InstallHint);
        }

        var speaking = options.Value.Speaking;
        await _turns.WaitAsync(cancellationToken);
        try
        {
            var piped = await BoundedProgram.RunAsync(file, program.Arguments(speaking.Voice, answer), program.Input(answer), MaxOutput, speaking.TimeLimit, cancellationToken);
            return [new JobFile(JobFileNames.Speech, WaveFile.ContentType, SpokenWave.Finish(piped))];
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
