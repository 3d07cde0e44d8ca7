namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>What a search makes of an utterance.</summary>
/// <param name="Text">The words, or empty.</param>
/// <param name="Score">How well they fit, a logarithm: the higher, the better.</param>
/// <param name="Frames">Length of what was searched, in hundredths of a second; silence is left out.</param>
internal readonly record struct Hypothesis(string Text, int Score, int Frames)
{
    public double ScorePerFrame => (double)Score / Math.Max(Frames, 1);
}
