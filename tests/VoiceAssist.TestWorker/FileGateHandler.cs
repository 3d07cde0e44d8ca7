using System.Text.Json;
using VoiceAssist.Jobs.Processing;

namespace VoiceAssist.TestWorker;

/// <summary>A job of kind <c>file-gate</c> names a file and is done once that exists. A file of the job's id beside it tells that it has begun.</summary>
internal sealed class FileGateHandler : IJobHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public string Kind => "file-gate";

    public async Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken)
    {
        var file = JsonElement.Parse(job.Payload).GetProperty("file").GetString()!;
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(file)!, job.Id.ToString()), "", cancellationToken);
        while (!File.Exists(file))
        {
            await Task.Delay(Pause, cancellationToken);
        }

        return new JobOutput("""{"passed":true}""");
    }
}
