namespace VoiceAssist.AppHost.Tests.Embedded.Rehearsal;

/// <summary>Tests of autoscaling by the processes' real CPU: other app hosts beside them would count.</summary>
[CollectionDefinition(nameof(AloneGroup), DisableParallelization = true)]
public sealed class AloneGroup;
