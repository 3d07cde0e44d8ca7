namespace VoiceAssist.Cli.History;

/// <summary>What one setup changed, and how it was before.</summary>
internal sealed record SetupRecord
{
    /// <summary>Counts up from 1 in each namespace.</summary>
    public required int Number { get; init; }

    public required string Environment { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required RecordState State { get; init; }

    public required IReadOnlyList<RecordEntry> Entries { get; init; }

    /// <summary>How many objects were created and changed, for people.</summary>
    public string Summary
    {
        get
        {
            var created = Entries.Count(e => e.Previous is null);
            return $"{created} created, {Entries.Count - created} changed";
        }
    }
}
