using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.TestWorker;

/// <summary>
/// A job of kind <c>chaos</c> says how it goes: <c>{"milliseconds": 3, "ending": "succeeds"}</c>, or <c>fails-once</c>, <c>fails</c>
/// and <c>speaks</c>, which leaves a file.
/// </summary>
internal sealed class ChaosHandler : IJobHandler
{
    public string Kind => "chaos";

    public KindLimits Limits => KindLimits.Standard with { FirstBackoff = TimeSpan.FromMilliseconds(200) };

    public async Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken)
    {
        var payload = JsonElement.Parse(job.Payload);
        await Task.Delay(payload.GetProperty("milliseconds").GetInt32(), cancellationToken);
        return payload.GetProperty("ending").GetString() switch
        {
            "fails" => throw new JobFailedException("As it was asked to."),
            "fails-once" when job.Attempt == 1 => throw new InvalidOperationException("As it was asked to."),
            "speaks" => new JobOutput("{}") { Files = [new JobFile(JobFileNames.Speech, "audio/wav", job.Id.ToByteArray())] },
            _ => new JobOutput("{}"),
        };
    }
}
