namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line before it has a number.</summary>
/// <param name="Text">The text; starts with its time (RFC 3339) where that is known.</param>
/// <param name="IsError">Whether it was written to standard error.</param>
internal readonly record struct LogEntry(string Text, bool IsError);
