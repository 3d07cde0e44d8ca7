namespace VoiceAssist.AppHost.Tests.Running;

/// <summary>Tests that share a <see cref="RunningApp"/>; one after the other.</summary>
[CollectionDefinition(nameof(RunningApp))]
public sealed class RunningAppGroup : ICollectionFixture<RunningApp>;
