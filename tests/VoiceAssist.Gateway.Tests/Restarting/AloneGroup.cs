namespace VoiceAssist.Gateway.Tests.Restarting;

/// <summary>Tests under a steady load: another test's load beside it would be measured, too.</summary>
[CollectionDefinition(nameof(AloneGroup), DisableParallelization = true)]
public sealed class AloneGroup;
