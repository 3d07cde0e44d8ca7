using System.Globalization;

namespace VoiceAssist.Cli.Pictures;

/// <summary>Where the numbers of reasons go when the spans they belong to lie closer than the numbers are wide.</summary>
internal static class PlacedNumbers
{
    // A digit of a bold sans serif, and air.
    private const double DigitWidth = 0.72;
    private const double Gap = 0.35;

    /// <summary>The width that a number needs, in pixels.</summary>
    public static double WidthOf(int number) => ((number.ToString(CultureInfo.InvariantCulture).Length * DigitWidth) + Gap) * PictureStyle.FontSize;

    /// <summary>
    /// Shifts numbers to the right until none touches the one before, then to the left where they would leave the picture. A number that repeats
    /// its left neighbour where it would have to be shifted is left out.
    /// </summary>
    /// <param name="wanted">Numbers and where their spans begin, in pixels, from left to right.</param>
    /// <param name="width">Of the picture's inside, in pixels.</param>
    /// <returns>Numbers and the pixels at which they begin.</returns>
    public static IReadOnlyList<(int Number, double At)> Place(IEnumerable<(int Number, double At)> wanted, double width)
    {
        var placed = new List<(int Number, double At)>();
        foreach (var (number, at) in wanted)
        {
            var free = placed.Count == 0 ? 0 : placed[^1].At + WidthOf(placed[^1].Number);
            if (placed.Count == 0 || at >= free || placed[^1].Number != number)
            {
                placed.Add((number, Math.Max(at, free)));
            }
        }

        var end = width;
        for (var i = placed.Count - 1; i >= 0 && placed[i].At + WidthOf(placed[i].Number) > end; i--)
        {
            placed[i] = (placed[i].Number, end - WidthOf(placed[i].Number));
            end = placed[i].At;
        }

        return placed;
    }
}
