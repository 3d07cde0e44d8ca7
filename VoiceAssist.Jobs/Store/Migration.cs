namespace VoiceAssist.Jobs.Store;

/// <summary>One forward step of the schema.</summary>
/// <param name="Version">1, 2, 3, ... without a gap.</param>
/// <param name="Name">What the step brings, for example <c>jobs</c>.</param>
/// <param name="Sql">Its statements; they run in one transaction.</param>
public sealed record Migration(int Version, string Name, string Sql);
