using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Worker.Speaking;
using VoiceAssist.Worker.Understanding;

namespace VoiceAssist.Worker.Commands;

/// <summary>Answers text commands.</summary>
internal sealed class CommandHandler(CommandParser parser, Speaker speaker) : IJobHandler
{
    public string Kind => JobKinds.Command;

    public async Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Deserialize(job.Payload, ContractJson.Default.CommandPayload)
            ?? throw new JobFailedException("The command is missing.");
        var understood = parser.Parse(payload.Text);
        var result = new CommandResult(understood.Intent, understood.Slots, understood.Answer);
        return new JobOutput(JsonSerializer.Serialize(result, ContractJson.Default.CommandResult))
        {
            Files = await speaker.SpeakAsync(job, understood.Answer, cancellationToken),
        };
    }
}
