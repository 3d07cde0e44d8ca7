namespace Aspire.Hosting.Dcp;

/// <summary>A change to a watched object; for a deletion <paramref name="Object"/> is the last state known.</summary>
internal sealed record DcpWatchEvent<T>(DcpWatchEventType Type, T Object);
