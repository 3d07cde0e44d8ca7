using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Understanding;

/// <summary>Text to meaning: the first grammar that accounts for every word has it.</summary>
internal sealed class CommandParser(IEnumerable<IGrammar> grammars)
{
    private readonly IGrammar[] _grammars = [.. grammars];

    /// <returns>The meaning; <see cref="Understood.Nothing"/> when no grammar knows the phrase.</returns>
    public Understood Parse(string text)
    {
        var words = Words.Of(text);
        foreach (var grammar in _grammars)
        {
            if (grammar.Parse(new Phrase(words)) is { } understood)
            {
                return understood;
            }
        }

        return Understood.Nothing;
    }
}
