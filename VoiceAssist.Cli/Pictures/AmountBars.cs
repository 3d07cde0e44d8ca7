using ScottPlot;

namespace VoiceAssist.Cli.Pictures;

/// <summary>Horizontal bars below one another, each of parts that are named where they have room.</summary>
/// <param name="Parts">The names of all parts, in the order of their colours.</param>
internal sealed record AmountBars(IReadOnlyList<string> Parts)
{
    private const int SlotHeight = 44;
    private const double BarHeight = 0.74;
    private const double LetterWidth = 0.62;

    // Lightness rises by steps that black and white keep apart; every part has an outline.
    private static readonly Color[] Fills = [.. new[] { "#004B76", "#D55E00", "#56B4E9", "#F0E442", "#FFFFFF", "#000000" }.Select(Color.FromHex)];

    /// <summary>One bar.</summary>
    /// <param name="Name">Beside it, on the left.</param>
    /// <param name="Amounts">The parts' amounts.</param>
    /// <param name="Room">What there is, as an outline; null for none.</param>
    /// <param name="Remark">Beside it, on the right.</param>
    public sealed record Bar(string Name, IReadOnlyList<double> Amounts, double? Room = null, string Remark = "");

    /// <summary>Draws bars.</summary>
    /// <param name="bars">From top to bottom.</param>
    /// <param name="mark">A dashed line through all of them; null for none.</param>
    /// <param name="legend">Whether the colours are explained above the bars.</param>
    /// <param name="below">Lines of text below: what the amounts are.</param>
    public PictureRow ToRow(IReadOnlyList<Bar> bars, double? mark, bool legend, params IReadOnlyList<string> below)
    {
        var plot = new Plot();
        var most = Math.Max(bars.Max(b => Math.Max(b.Amounts.Sum(), b.Room ?? 0)), mark ?? 0) * 1.02;
        var pixels = PictureStyle.DataWidth / most;
        foreach (var (index, bar) in bars.Index())
        {
            Draw(plot, bar, -index, pixels);
        }

        if (mark is { } at)
        {
            plot.Add.VerticalLine(at, 3, Colors.Black, LinePattern.Dashed);
        }

        var slots = bars.Count + (legend ? 1 : 0);
        plot.Axes.SetLimits(0, most, 0.5 - bars.Count, legend ? 1.5 : 0.5);
        plot.Axes.Left.SetTicks([.. bars.Select((_, i) => (double)-i)], [.. bars.Select(b => b.Name)]);
        plot.Axes.Right.SetTicks([.. bars.Select((_, i) => (double)-i)], [.. bars.Select(b => b.Remark)]);
        plot.Axes.SetLimitsY(0.5 - bars.Count, legend ? 1.5 : 0.5, plot.Axes.Right);
        (plot.Axes.Left.MajorTickStyle.Length, plot.Axes.Right.MajorTickStyle.Length) = (0, 0);
        plot.Grid.YAxisStyle.IsVisible = false;
        if (legend)
        {
            foreach (var (index, name) in Parts.Index())
            {
                plot.Legend.ManualItems.Add(new LegendItem { LabelText = name, LabelFontName = PictureStyle.FontName, FillColor = FillOf(index), OutlineColor = Colors.Black, OutlineWidth = 1.5f });
            }
        }

        var row = plot.ToRow("", legend, slots * SlotHeight, below);
        plot.Legend.SymbolWidth = 20;
        return row;
    }

    private void Draw(Plot plot, Bar bar, double y, double pixels)
    {
        var from = 0.0;
        foreach (var (index, amount) in bar.Amounts.Index().Where(a => a.Item > 0))
        {
            var part = plot.Add.Rectangle(from, from + amount, y - (BarHeight / 2), y + (BarHeight / 2));
            (part.FillColor, part.LineColor, part.LineWidth) = (FillOf(index), Colors.Black, 1.5f);
            if (Parts[index].Length * LetterWidth * PictureStyle.FontSize < amount * pixels)
            {
                var text = plot.Add.Text(Parts[index], from + (amount / 2), y);
                (text.LabelFontSize, text.LabelFontName, text.LabelAlignment) = (PictureStyle.FontSize, PictureStyle.FontName, Alignment.MiddleCenter);
                text.LabelFontColor = index % Fills.Length is 0 or 5 ? Colors.White : Colors.Black;
            }

            from += amount;
        }

        if (bar.Room is { } room)
        {
            var outline = plot.Add.Rectangle(0, room, y - 0.46, y + 0.46);
            (outline.FillColor, outline.LineColor, outline.LineWidth) = (Colors.Transparent, Colors.Black, 2);
        }
    }

    private static Color FillOf(int part) => Fills[part % Fills.Length];
}
