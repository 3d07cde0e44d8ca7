using System.Diagnostics;
using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Audio;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Speaking;
using VoiceAssist.Worker.Understanding;

namespace VoiceAssist.Worker.Transcriptions;

/// <summary>Hears what was recorded, understands it and answers.</summary>
internal sealed class TranscriptionHandler(ITranscriber transcriber, CommandParser parser, Speaker speaker) : IJobHandler
{
    public string Kind => JobKinds.Transcription;

    /// <summary>The longest dictation takes up to 36 s, and with one decoder seven others may be before it: 8 x 36 s = 288 s.</summary>
    public KindLimits Limits { get; } = new() { Timeout = TimeSpan.FromMinutes(5) };

    public async Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken)
    {
        var payload = Read(job.Payload);
        var audio = await job.FindFileAsync(JobFileNames.Audio, cancellationToken) ?? throw new JobFailedException("The recording is missing.");
        var transcript = await HearAsync(audio.Content, payload, cancellationToken);
        var understood = transcript.Length == 0 ? Understood.Silence : parser.Parse(transcript);
        var result = new TranscriptionResult(transcript, transcriber.Name, understood.Intent, understood.Slots, understood.Answer);
        return new JobOutput(JsonSerializer.Serialize(result, ContractJson.Default.TranscriptionResult))
        {
            Files = await speaker.SpeakAsync(job, understood.Answer, cancellationToken),
        };
    }

    private async Task<string> HearAsync(byte[] file, TranscriptionPayload payload, CancellationToken cancellationToken)
    {
        Activity.Current?.SetTag("voiceassist.speech.engine", transcriber.Name);
        try
        {
            var recording = Recording.Read(file);
            Activity.Current?.SetTag("voiceassist.speech.seconds", recording.Duration.TotalSeconds);
            return await transcriber.TranscribeAsync(recording, payload.Mode, payload.Language, cancellationToken);
        }
        catch (Exception e) when (e is InvalidAudioException or UnfitRecordingException or EngineMissingException)
        {
            throw new JobFailedException(e.Message);
        }
    }

    private static TranscriptionPayload Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, ContractJson.Default.TranscriptionPayload)
                ?? throw new JobFailedException("The payload is missing.");
        }
        catch (JsonException)
        {
            throw new JobFailedException("The payload is not that of a transcription: mode 'grammar' or 'dictation', and perhaps a language.");
        }
    }
}
