namespace VoiceAssist.Cli.Output;

/// <summary>Rows under headings.</summary>
/// <param name="Headings">One for each column.</param>
/// <param name="Rows">As many cells each.</param>
/// <param name="Title">What the rows are; null for none.</param>
internal sealed record TextTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<Cell>> Rows, string? Title = null)
{
    /// <summary>Columns padded with spaces, as kubectl prints them.</summary>
    public IEnumerable<string> ToLines()
    {
        IReadOnlyList<IReadOnlyList<string>> all = [[.. Headings.Select(h => h.ToUpperInvariant())], .. Rows.Select(r => r.Select(c => c.Text).ToList())];
        var widths = Headings.Select((_, column) => all.Max(row => row[column].Length)).ToList();
        return all.Select(row => string.Join("   ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
    }
}
