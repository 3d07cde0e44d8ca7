namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>Tests that look at everything their process has open: nothing runs beside them.</summary>
[CollectionDefinition(nameof(AloneGroup), DisableParallelization = true)]
public sealed class AloneGroup;
