using VoiceAssist.Jobs.Processing;

namespace VoiceAssist.Jobs.Tests.Processing;

public class JobHandlersTests
{
    [Fact]
    public void A_kind_finds_its_handler_and_an_unknown_one_none()
    {
        var handler = Handler("a");
        var handlers = new JobHandlers([handler, Handler("b")]);

        Assert.Same(handler, handlers.Find("a"));
        Assert.Null(handlers.Find("A"));
    }

    [Fact]
    public void Two_handlers_of_one_kind_are_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new JobHandlers([Handler("a"), Handler("a")]));

        Assert.Contains("'a'", refused.Message, StringComparison.Ordinal);
    }

    private static DelegateHandler Handler(string kind) => new(kind, (_, _) => Task.FromResult(new JobOutput("{}")));
}
