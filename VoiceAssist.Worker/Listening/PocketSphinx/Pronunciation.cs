namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>One way in which a word is spoken.</summary>
/// <param name="Entry">The word, with a number in brackets from the second way on: <c>the(2)</c>.</param>
/// <param name="Phones">For example <c>DH IY</c>.</param>
internal sealed record Pronunciation(string Entry, string Phones);
