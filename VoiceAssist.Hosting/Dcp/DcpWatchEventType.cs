namespace Aspire.Hosting.Dcp;

/// <summary>What happened to a watched object.</summary>
internal enum DcpWatchEventType
{
    Added,
    Modified,
    Deleted,
}
