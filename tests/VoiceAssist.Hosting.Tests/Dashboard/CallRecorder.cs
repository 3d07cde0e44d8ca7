using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Hosting.Tests.Dashboard;

/// <summary>Reads from the resource service's log which of its methods were called.</summary>
internal sealed class CallRecorder : ILoggerProvider, ILogger
{
    private readonly Channel<string> _methods = Channel.CreateUnbounded<string>();

    public async Task WaitAsync(IEnumerable<string> methods, CancellationToken cancellationToken)
    {
        var missing = methods.ToHashSet();
        while (missing.Count > 0)
        {
            missing.Remove(await _methods.Reader.ReadAsync(cancellationToken));
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is IReadOnlyList<KeyValuePair<string, object?>> values && values.FirstOrDefault(v => v.Key == "Method").Value is string method)
        {
            _methods.Writer.TryWrite(method[(method.LastIndexOf('/') + 1)..]);
        }
    }

    public void Dispose()
    {
    }
}
