namespace VoiceAssist.SpeechBench;

/// <summary>Free sentences of everyday words, and how much of one was heard otherwise.</summary>
internal static class Sentences
{
    public static IReadOnlyList<string> All { get; } =
    [
        "please remind me to call my mother on sunday morning",
        "the meeting has been moved to the afternoon",
        "we need milk bread and a dozen eggs",
        "she said that the train will be late again",
        "there is a letter for you on the kitchen table",
        "the children are playing in the garden behind the house",
        "i would like to visit the museum next week",
        "he could not find his keys this morning",
        "the doctor will see you in about ten minutes",
        "we walked along the river until it was dark",
        "can you send me the report before noon",
        "nobody knew what to say after the news",
    ];

    /// <returns>Words put in, left out or replaced, at the least.</returns>
    public static int Errors(string said, string heard)
    {
        var (expected, found) = (said.Split(' '), heard.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var row = Enumerable.Range(0, found.Length + 1).ToArray();
        for (var i = 1; i <= expected.Length; i++)
        {
            var (diagonal, last) = (row[0], row[0] = i);
            for (var j = 1; j <= found.Length; j++)
            {
                last = Math.Min(Math.Min(row[j], last) + 1, diagonal + (expected[i - 1] == found[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], last);
            }
        }

        return row[^1];
    }
}
