using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Worker.Commands;
using VoiceAssist.Worker.Tests.Speaking;

namespace VoiceAssist.Worker.Tests.Commands;

public class CommandHandlerTests
{
    private readonly CommandHandler _handler = new(Parsers.At(TimeZoneInfo.Utc), Speakers.None);

    [Fact]
    public async Task It_answers_in_the_shape_of_the_contract()
    {
        Assert.Equal(JobKinds.Command, _handler.Kind);
        Assert.Equal(
            """{"intent":"lights.on","slots":{"room":"kitchen"},"answer":"Turning on the kitchen lights."}""",
            (await _handler.HandleAsync(new JobContext(Guid.Empty, JobKinds.Command, """{"text":"turn on the kitchen lights"}"""), CancellationToken.None)).Json);
    }

    [Fact]
    public async Task A_missing_payload_is_a_failure_that_says_so() =>
        Assert.Equal("The command is missing.", (await Assert.ThrowsAsync<JobFailedException>(() =>
            _handler.HandleAsync(new JobContext(Guid.Empty, JobKinds.Command, "null"), CancellationToken.None))).Message);
}
