using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Hosting.Tests.Pipelines;

public sealed class StepLoggerTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Every_line_starts_with_the_steps_name()
    {
        Logger().LogInformation("one\r\ntwo\nthree");
        Assert.Equal("s: one\ns: two\ns: three\n", _output.ToString());
    }

    [Fact]
    public void An_exception_follows_its_message()
    {
        Logger().LogError(new InvalidOperationException("no luck"), "failed");
        Assert.Equal("s: error: failed\ns: error: System.InvalidOperationException: no luck\n", _output.ToString());
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Nothing_is_written_when_logging_is_off()
    {
        Logger(LogLevel.None).LogCritical("x");
        Assert.Empty(_output.ToString());
    }

    private StepLogger Logger(LogLevel minimum = LogLevel.Information) => new("s", new(_output, _error), minimum);
}
