namespace VoiceAssist.Jobs.Tests;

/// <summary>Tests that keep the whole machine busy: others beside them would be held up.</summary>
[CollectionDefinition(nameof(AloneGroup), DisableParallelization = true)]
public sealed class AloneGroup;
