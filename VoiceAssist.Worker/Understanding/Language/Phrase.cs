namespace VoiceAssist.Worker.Understanding.Language;

/// <summary>The words of a command, read from left to right.</summary>
internal sealed class Phrase(string[] words)
{
    private int _position;

    public bool AtEnd => _position == words.Length;

    /// <summary>The word that comes next, empty at the end.</summary>
    public string Next => AtEnd ? "" : words[_position];

    /// <summary>Takes the first alternative that comes next; one may be several words, separated by single spaces.</summary>
    /// <returns>The alternative taken, or null when none comes next; then nothing was taken.</returns>
    public string? Take(params ReadOnlySpan<string> alternatives)
    {
        foreach (var alternative in alternatives)
        {
            var wanted = alternative.Split(' ');
            if (words.AsSpan(_position).StartsWith(wanted))
            {
                _position += wanted.Length;
                return alternative;
            }
        }

        return null;
    }

    /// <summary>Takes what may stand there without meaning anything.</summary>
    public Phrase Skip(params ReadOnlySpan<string> alternatives)
    {
        Take(alternatives);
        return this;
    }

    /// <summary>Takes words up to, not including, the first of the given ones or the end.</summary>
    /// <returns>The words, or null when there are none.</returns>
    public string? TakeUntil(params ReadOnlySpan<string> stops)
    {
        var start = _position;
        while (!AtEnd && !stops.Contains(Next))
        {
            _position++;
        }

        return _position > start ? string.Join(' ', words[start.._position]) : null;
    }

    /// <summary>Tries a part that may not be there, and goes back when it is not.</summary>
    public T? Try<T>(Func<Phrase, T?> part)
    {
        var start = _position;
        var value = part(this);
        if (value is null)
        {
            _position = start;
        }

        return value;
    }
}
