namespace Aspire.Hosting.Dcp;

/// <summary>One line of a workload's log.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Timestamp">When DCP or the container runtime received it.</param>
/// <param name="Text">The line itself, without time stamp and line end; of the system source, readable text.</param>
/// <param name="IsError">Written to standard error, or by DCP as an error. Start-up output never counts as one.</param>
internal sealed record DcpLogLine(DcpLogSource Source, DateTimeOffset? Timestamp, string Text, bool IsError);
