namespace Aspire.Hosting.Dcp;

/// <summary>DCP cannot be found, started or used on this machine; the message says why and what to do.</summary>
internal sealed class DcpException(string message, Exception? inner = null) : DistributedApplicationException(message, inner!);
