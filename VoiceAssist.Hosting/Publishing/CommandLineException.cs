namespace Aspire.Hosting.Publishing;

/// <summary>The command line, or the configuration that it maps to, is wrong; the message says how and what is allowed.</summary>
internal sealed class CommandLineException(string message) : DistributedApplicationException(message);
