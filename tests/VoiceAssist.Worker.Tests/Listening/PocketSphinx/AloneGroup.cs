namespace VoiceAssist.Worker.Tests.Listening.PocketSphinx;

/// <summary>Tests that look at the memory of their own process: nothing else may run in it meanwhile.</summary>
[CollectionDefinition(nameof(AloneGroup), DisableParallelization = true)]
public sealed class AloneGroup;
