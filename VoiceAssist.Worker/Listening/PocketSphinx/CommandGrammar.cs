namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>What a decoder for commands listens for.</summary>
/// <param name="Jsgf">The grammar.</param>
/// <param name="Words">How its words are spoken.</param>
internal sealed record CommandGrammar(string Jsgf, IReadOnlyList<Pronunciation> Words);
