namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>What was due in one second of a load, and how it ended.</summary>
/// <param name="Second">Since the start, in real time.</param>
/// <param name="Due">Requests due.</param>
/// <param name="Succeeded">Of these, answered well.</param>
/// <param name="WorstMilliseconds">The longest latency among them.</param>
internal readonly record struct LoadSecond(int Second, int Due, int Succeeded, double WorstMilliseconds);
