using System.Text;

namespace VoiceAssist.Worker.Understanding.Language;

/// <summary>Brings spelling, punctuation and politeness down to the words that matter.</summary>
internal static class Words
{
    private static readonly string[][] Openings =
    [
        ["hey", "assistant"], ["ok", "assistant"], ["okay", "assistant"], ["could", "you"], ["can", "you"],
        ["would", "you"], ["will", "you"], ["i", "want", "you", "to"], ["please"], ["kindly"],
    ];

    private static readonly string[][] Closings = [["please"], ["for", "me"], ["thanks"], ["thank", "you"], ["right", "now"], ["now"]];

    /// <returns>Lower-case words; <c>what's</c> is two, a per-cent sign is one.</returns>
    public static string[] Of(string text)
    {
        var words = new List<string>();
        foreach (var raw in Spaced(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = raw.Trim('\'');
            if (word.EndsWith("'s", StringComparison.Ordinal) && word is "what's" or "how's" or "when's" or "it's")
            {
                words.Add(word[..^2]);
                words.Add("is");
            }
            else if (word.Length > 0)
            {
                words.Add(word);
            }
        }

        while (Openings.FirstOrDefault(opening => StartsWith(words, opening)) is { } opening)
        {
            words.RemoveRange(0, opening.Length);
        }

        while (Closings.FirstOrDefault(closing => EndsWith(words, closing)) is { } closing)
        {
            words.RemoveRange(words.Count - closing.Length, closing.Length);
        }

        return [.. words];
    }

    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            _ = c switch
            {
                '%' => spaced.Append(" percent "),
                '\u2019' => spaced.Append('\''),
                '\'' => spaced.Append(c),
                _ when char.IsLetterOrDigit(c) || char.IsSurrogate(c) => spaced.Append(c),
                _ => spaced.Append(' '),
            };
        }

        return spaced.ToString();
    }

    private static bool StartsWith(List<string> words, string[] prefix) =>
        words.Count > prefix.Length && words.Take(prefix.Length).SequenceEqual(prefix);

    private static bool EndsWith(List<string> words, string[] suffix) =>
        words.Count > suffix.Length && words.Skip(words.Count - suffix.Length).SequenceEqual(suffix);
}
