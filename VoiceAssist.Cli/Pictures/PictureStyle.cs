using ScottPlot;
using SkiaSharp;

namespace VoiceAssist.Cli.Pictures;

/// <summary>
/// How all pictures look: type that is still 10 px on a phone of half the width, lines that differ in pattern and width as well as in colour, and
/// Okabe-Ito colours of different lightness, so that they read in black and white and for colour-blind people.
/// </summary>
internal static class PictureStyle
{
    /// <summary>Pixels.</summary>
    public const int Width = 720;

    /// <summary>Pixels of a row, without what lines of text below add.</summary>
    public const int RowHeight = 270;

    /// <summary>Of everything that is written, in pixels.</summary>
    public const float FontSize = 20;

    // Fixed, so that rows below one another share their time axis and labels can be placed before drawing.
    private const float Left = 92;
    private const float Right = 92;
    private const float Top = 16;
    private const float Bottom = 36;
    private const float Line = FontSize * 1.4f;

    // Where the library finds none of its own favourites it falls back to a serif.
    private static readonly Lazy<string> SansSerif = new(() => new[] { "DejaVu Sans", "Liberation Sans", "Noto Sans" }.FirstOrDefault(SKFontManager.Default.FontFamilies.Contains) ?? Fonts.Sans);

    public static readonly Color Blue = Color.FromHex("#0072B2");
    public static readonly Color Orange = Color.FromHex("#D55E00");
    public static readonly Color Grey = Color.FromHex("#555555");
    public static readonly Color Shade = Color.FromHex("#E4E4E4");

    /// <summary>A font of this machine without serifs.</summary>
    public static string FontName => SansSerif.Value;

    /// <summary>The width of what lies between the axes, in pixels.</summary>
    public static float DataWidth => Width - Left - Right;

    /// <summary>The height of what lies between the axes, in pixels.</summary>
    public static float DataHeight => RowHeight - Top - Bottom;

    /// <summary>A line over time.</summary>
    public static ScottPlot.Plottables.Scatter AddLine(this Plot plot, double[] x, double[] y, Color color, LinePattern pattern, float width)
    {
        var line = plot.Add.ScatterLine(x, y, color);
        (line.LinePattern, line.LineWidth) = (pattern, width);
        return line;
    }

    /// <summary>A line of steps: each value holds until the next.</summary>
    public static ScottPlot.Plottables.Scatter AddSteps(this Plot plot, double[] x, double[] y, Color color, LinePattern pattern, float width)
    {
        var line = plot.AddLine(x, y, color, pattern, width);
        line.ConnectStyle = ConnectStyle.StepHorizontal;
        return line;
    }

    /// <summary>Makes a plot a row of the usual height: type, margins, the vertical axis' title, a legend, and lines of text below.</summary>
    public static PictureRow ToRow(this Plot plot, string vertical, bool legend, params IReadOnlyList<string> below) =>
        plot.ToRow(vertical, legend, DataHeight, below);

    /// <summary>As above, with a height of its own for what lies between the axes, in pixels.</summary>
    public static PictureRow ToRow(this Plot plot, string vertical, bool legend, float dataHeight, IReadOnlyList<string> below)
    {
        plot.Font.Set(FontName);
        plot.YLabel(vertical, FontSize);
        plot.XLabel(string.Join('\n', below), FontSize);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontSize = FontSize;
            axis.Label.Bold = false;
        }

        if (legend)
        {
            plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
            (plot.Legend.FontSize, plot.Legend.FontName) = (FontSize, FontName);
            plot.Legend.ShadowColor = Colors.Transparent;
            plot.Legend.SymbolWidth = 46;
            plot.Legend.TightHorizontalWrapping = true;
            plot.Legend.InterItemPadding = new(10, 4);
        }
        else
        {
            plot.HideLegend();
        }

        var added = (int)Math.Ceiling(below.Count * Line);
        plot.Layout.Fixed(new PixelPadding(Left, Right, Bottom + added, Top));
        return new(plot, (int)(dataHeight + Top + Bottom) + added);
    }

    /// <summary>Writes beside the right edge what horizontal lines mean.</summary>
    public static void NameLines(this Plot plot, double top, params IReadOnlyList<(double At, string Name)> lines)
    {
        plot.Axes.Right.SetTicks([.. lines.Select(l => l.At)], [.. lines.Select(l => l.Name)]);
        plot.Axes.Right.MajorTickStyle.Length = 0;
        plot.Axes.SetLimitsY(0, top, plot.Axes.Right);
    }
}
