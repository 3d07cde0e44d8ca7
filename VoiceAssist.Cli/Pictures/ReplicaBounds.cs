using System.Globalization;
using ScottPlot;

namespace VoiceAssist.Cli.Pictures;

/// <summary>The bounds of an autoscaler as lines with their names.</summary>
internal static class ReplicaBounds
{
    /// <summary>Names for the edge of a plot; one for both bounds where two would touch.</summary>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <param name="top">The upper end of the axis.</param>
    public static IReadOnlyList<(double At, string Name)> Names(int min, int max, double top)
    {
        var between = (max - min) / top * PictureStyle.DataHeight;
        return between >= PictureStyle.FontSize * 1.1
            ? [(min, Text($"min {min}")), (max, Text($"max {max}"))]
            : [((min + max) / 2.0, min == max ? Text($"only {min}") : Text($"{min} to {max}"))];
    }

    /// <summary>Draws them.</summary>
    public static void Draw(Plot plot, int min, int max, double top)
    {
        foreach (var bound in new[] { min, max }.Distinct())
        {
            plot.Add.HorizontalLine(bound, 1.5f, PictureStyle.Grey, LinePattern.DenselyDashed);
        }

        plot.NameLines(top, Names(min, max, top));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
