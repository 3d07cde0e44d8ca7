using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Waits for a message that contains a text.</summary>
    public Task<string> FindAsync(string text) => Eventually.SeeAsync(
        $"a message with {text}",
        () => Task.FromResult(_lines.FirstOrDefault(l => l.Contains(text, StringComparison.Ordinal))),
        () => string.Join('\n', _lines));

    public ILogger CreateLogger(string categoryName) => new Logger(_lines);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));
    }
}
