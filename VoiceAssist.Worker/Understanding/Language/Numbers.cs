using System.Globalization;

namespace VoiceAssist.Worker.Understanding.Language;

/// <summary>Whole numbers up to 9,999, in digits or spoken: <c>ninety</c>, <c>twenty five</c>, <c>one hundred and ten</c>.</summary>
internal static class Numbers
{
    private const int MaxDigits = 4;

    public static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    public static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <returns>The number that comes next, or null.</returns>
    public static int? TakeNumber(this Phrase phrase)
    {
        if (phrase.Next.Length is > 0 and <= MaxDigits
            && int.TryParse(phrase.Next, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            phrase.Skip(phrase.Next);
            return digits;
        }

        var hundreds = phrase.Try(TakeHundreds);
        var rest = hundreds is null ? phrase.TakeBelowHundred() : phrase.Try(p => p.Skip("and").TakeBelowHundred());
        return hundreds is null && rest is null ? null : hundreds.GetValueOrDefault() + rest.GetValueOrDefault();
    }

    private static int? TakeHundreds(Phrase phrase)
    {
        int? count = phrase.Take("a") is not null ? 1 : phrase.TakeSmall();
        return count is > 0 and < 10 && phrase.Take("hundred") is not null ? count * 100 : null;
    }

    private static int? TakeBelowHundred(this Phrase phrase)
    {
        if (phrase.Take(Tens) is not { } tens)
        {
            return phrase.TakeSmall();
        }

        var value = (Array.IndexOf(Tens, tens) + 2) * 10;
        return value + (phrase.Try(TakeUnits) ?? 0);
    }

    private static int? TakeUnits(Phrase phrase) => phrase.TakeSmall() is > 0 and < 10 and var units ? units : null;

    private static int? TakeSmall(this Phrase phrase) =>
        phrase.Take(Small) is { } small ? Array.IndexOf(Small, small) : null;
}
