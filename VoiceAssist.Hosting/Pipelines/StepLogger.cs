using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>
/// Writes what a step logs as lines that start with its name. Warnings and errors go to standard output too: deployment tools
/// take any text on standard error for a failure, and whether the step fails is decided by its exception alone.
/// </summary>
/// <param name="name">What each line starts with.</param>
/// <param name="console">Where the lines go.</param>
/// <param name="minimum">The lowest level that is written.</param>
internal sealed class StepLogger(string name, PublishConsole console, LogLevel minimum) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var level = logLevel switch
        {
            LogLevel.Warning => "warning: ",
            LogLevel.Error or LogLevel.Critical => "error: ",
            _ => "",
        };
        var text = exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception}";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            console.Line($"{name}: {level}{line}");
        }
    }
}
