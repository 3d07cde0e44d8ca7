using Microsoft.Extensions.Logging;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

/// <summary>Writes to the output of the running test, with the time, so that a slow phase can be seen.</summary>
internal sealed class TestLogger : ILogger
{
    public static TestLogger Instance { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {logLevel}: {formatter(state, exception)}");
        }
        catch (InvalidOperationException)
        {
            // A last line from DCP after the end of the test.
        }
    }
}
