using System.Globalization;
using System.Xml.Linq;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>A text of an SVG file with the box it covers, as Skia writes it: a shift and one offset per letter.</summary>
internal sealed record SvgText(string Text, double FontSize, double Left, double Right, double Baseline, bool IsTurned)
{
    private const double LetterWidth = 0.5;

    // Of the letters' height, without what reaches below the line.
    private double Top => Baseline - (FontSize * 0.7);

    /// <summary>All different texts of a file.</summary>
    public static IReadOnlyList<SvgText> Read(string path) =>
        [.. XDocument.Load(path).Descendants().Where(e => e.Name.LocalName == "text").Select(Of).Distinct()];

    public bool Touches(SvgText other) => Left < other.Right && other.Left < Right && Top < other.Baseline && other.Top < Baseline;

    private static SvgText Of(XElement element)
    {
        var transform = Numbers(element.Attribute("transform")!.Value[(element.Attribute("transform")!.Value.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')'));
        var (size, x, y) = (Numbers(element.Attribute("font-size")!.Value)[0], Numbers(element.Attribute("x")!.Value), Numbers(element.Attribute("y")!.Value));
        return transform.Length == 2
            ? new(element.Value.Trim(), size, transform[0] + x[0], transform[0] + x[^1] + (size * LetterWidth), transform[1] + y[0], false)
            : new(element.Value.Trim(), size, transform[4], transform[4] + size, transform[5], true);
    }

    private static double[] Numbers(string text) => [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}
