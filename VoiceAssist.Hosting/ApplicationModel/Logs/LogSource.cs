namespace Aspire.Hosting.ApplicationModel;

/// <summary>Reads an instance's log from its beginning.</summary>
/// <param name="follow">Whether to go on with what is written later, until the instance has ended.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal delegate IAsyncEnumerable<LogEntry> LogSource(bool follow, CancellationToken cancellationToken);
