using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Writes to the console logs of a resource's instances.</summary>
internal sealed class ResourceLogger(IReadOnlyList<ResourceLog> logs, TimeProvider time) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        var message = formatter(state, exception) + (exception is null ? "" : Environment.NewLine + exception);
        var entry = new LogEntry(LogTimestamp.Prefix(time.GetUtcNow(), message), logLevel >= LogLevel.Error);
        foreach (var log in logs)
        {
            log.Write(entry);
        }
    }
}
