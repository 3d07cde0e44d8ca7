using System.Text.RegularExpressions;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>
/// Words and how they are spoken, out of a file with lines such as <c>the DH AH</c> and, where there are more ways than one, <c>the(2) DH IY</c>.
/// A decoder that is given only the words of its grammar needs a tenth of the memory of one with the whole dictionary.
/// </summary>
internal sealed partial class PronouncingDictionary
{
    private readonly Dictionary<string, List<Pronunciation>> _words = new(StringComparer.Ordinal);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PronouncingDictionary Load(string file)
    {
        var dictionary = new PronouncingDictionary();
        foreach (var line in File.ReadLines(file))
        {
            dictionary.Add(line);
        }

        return dictionary;
    }

    public bool Knows(string word) => _words.ContainsKey(word);

    /// <returns>Every way in which the words of a text are spoken, each once; words that are not known are passed over.</returns>
    public IReadOnlyList<Pronunciation> Of(string text) =>
        [.. Word().Matches(text).Select(match => match.Value).Distinct().SelectMany(word => _words.GetValueOrDefault(word) ?? [])];

    private void Add(string line)
    {
        var end = line.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0)
        {
            var entry = line[..end];
            var word = entry.Split('(')[0];
            (_words.TryGetValue(word, out var ways) ? ways : _words[word] = []).Add(new Pronunciation(entry, line[end..].Trim()));
        }
    }

    [GeneratedRegex("[a-z][a-z'-]*")]
    private static partial Regex Word();
}
