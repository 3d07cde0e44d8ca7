namespace Aspire.Hosting.Dcp.Model;

/// <summary>A pseudo terminal for a workload.</summary>
internal sealed record TerminalSpec
{
    public int? Cols { get; init; }

    public int? Rows { get; init; }

    public string? SocketMode { get; init; }

    public string? UdsPath { get; init; }
}
