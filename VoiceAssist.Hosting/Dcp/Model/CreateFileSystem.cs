namespace Aspire.Hosting.Dcp.Model;

/// <summary>Files that DCP writes into a container before it starts.</summary>
internal sealed record CreateFileSystem
{
    public required string Destination { get; init; }

    public int? DefaultOwner { get; init; }

    public int? DefaultGroup { get; init; }

    public long? Umask { get; init; }

    public IReadOnlyList<FileSystemEntry>? Entries { get; init; }
}
