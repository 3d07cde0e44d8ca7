namespace Aspire.Hosting.Dcp.Model;

/// <summary>A file or directory of a <see cref="CreateFileSystem"/>.</summary>
internal sealed record FileSystemEntry
{
    public required string Name { get; init; }

    /// <summary><c>file</c>, <c>directory</c> or <c>openssl</c>.</summary>
    public string? Type { get; init; }

    public int? Owner { get; init; }

    public int? Group { get; init; }

    public long? Mode { get; init; }

    public string? Source { get; init; }

    public string? Target { get; init; }

    public string? Contents { get; init; }

    /// <summary>Base64.</summary>
    public string? RawContents { get; init; }

    public IReadOnlyList<FileSystemEntry>? Entries { get; init; }

    public bool? ContinueOnError { get; init; }
}
