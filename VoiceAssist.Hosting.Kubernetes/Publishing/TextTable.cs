using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>A table of text: the first column to the left, the others to the right.</summary>
/// <param name="titles">The titles of the columns.</param>
internal sealed class TextTable(string[] titles)
{
    private const string Gap = "  ";

    private readonly List<string[]?> _rows = [titles, null];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>A line across.</summary>
    public void AddLine() => _rows.Add(null);

    public override string ToString()
    {
        var widths = Enumerable.Range(0, titles.Length).Select(i => _rows.OfType<string[]>().Max(r => r[i].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var cells = widths.Select((w, i) => row is null ? new string('-', w) : i == 0 ? row[i].PadRight(w) : row[i].PadLeft(w));
            text.Append(string.Join(Gap, cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
