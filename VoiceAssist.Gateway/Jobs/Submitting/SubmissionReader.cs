using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Jobs.Audio;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Gateway.Jobs.Submitting;

/// <summary>Turns a request into the job that it asks for, by what its body says it is.</summary>
internal static class SubmissionReader
{
    /// <summary>What a form adds to its file.</summary>
    private const int FormOverheadBytes = 16 * 1_024;

    /// <exception cref="RefusedException">The request asks for nothing that there is.</exception>
    public static async Task<NewJob> ReadAsync(HttpRequest request, DateTimeOffset now)
    {
        if (BodyTypes.IsJson(request))
        {
            return Command(await JsonBody.ReadAsync(request, ContractJson.Default.JobSubmission), now);
        }

        if (BodyTypes.IsWave(request))
        {
            var options = RecordingOptions.Read(Fields.OfQuery(request));
            Admit(request, JobLimits.MaxAudioBytes);
            return Transcription(await WaveBody.ReadAsync(request.Body, request.HttpContext.RequestAborted), options, now);
        }

        if (BodyTypes.IsForm(request))
        {
            Admit(request, JobLimits.MaxAudioBytes + FormOverheadBytes);
            var (file, fields) = await FormReader.ReadAsync(request, WaveBody.ReadAsync);
            return Transcription(file, RecordingOptions.Read(Fields.OfForm(fields)), now);
        }

        throw new RefusedException(StatusCodes.Status415UnsupportedMediaType,
            $"The header Content-Type must be {BodyTypes.Json} (in UTF-8) for a text command, {BodyTypes.Wave} or {BodyTypes.Form} for a recording.");
    }

    private static NewJob Command(JobSubmission submission, DateTimeOffset now)
    {
        SubmissionRules.Check(submission);
        return new NewJob
        {
            Kind = JobKinds.Command,
            Payload = JsonSerializer.Serialize(new CommandPayload(submission.Text!.Trim()), ContractJson.Default.CommandPayload),
            Speak = submission.Speak,
            Priority = submission.Priority,
            DueAt = DueAt(submission.DelaySeconds, now),
        };
    }

    private static NewJob Transcription(byte[] recording, RecordingOptions options, DateTimeOffset now) => new()
    {
        Kind = JobKinds.Transcription,
        Payload = JsonSerializer.Serialize(
            new TranscriptionPayload(options.Mode, options.Language), ContractJson.Default.TranscriptionPayload),
        Audio = new JobFile(JobFileNames.Audio, WaveFile.ContentType, recording),
        Speak = options.Speak,
        Priority = options.Priority,
        DueAt = DueAt(options.DelaySeconds, now),
    };

    private static DateTimeOffset? DueAt(int delaySeconds, DateTimeOffset now) => delaySeconds > 0 ? now.AddSeconds(delaySeconds) : null;

    private static void Admit(HttpRequest request, long bytes) =>
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = bytes;
}
