using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Understanding;

/// <summary>The commands of one domain.</summary>
internal interface IGrammar
{
    /// <returns>The meaning when the whole phrase is a command of this domain, else null.</returns>
    Understood? Parse(Phrase phrase);
}
