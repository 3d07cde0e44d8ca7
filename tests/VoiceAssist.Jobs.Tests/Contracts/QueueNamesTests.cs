using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Tests.Contracts;

public class QueueNamesTests
{
    [Fact]
    public void Every_name_holds_the_queue() =>
        Assert.Equal(
            [
                "voiceassist:queue:default:waiting", "voiceassist:queue:default:wake-up", "voiceassist:queue:default:changed",
                "voiceassist:queue:default:cancel", "voiceassist:queue:default:turn:sweep",
            ],
            [
                QueueNames.Waiting("default"), QueueNames.WakeUp("default"), QueueNames.Changed("default"),
                QueueNames.Cancel("default"), QueueNames.Turn("default", "sweep"),
            ]);

    [Theory]
    [InlineData("")]
    [InlineData("Default")]
    [InlineData("a:b")]
    [InlineData("a b")]
    [InlineData("ä")]
    public void A_queue_whose_name_could_be_mistaken_is_refused(string queue)
    {
        var refused = Assert.Throws<ArgumentException>(() => QueueNames.Waiting(queue));

        Assert.Contains($"'{queue}'", refused.Message, StringComparison.Ordinal);
    }
}
