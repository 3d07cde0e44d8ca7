namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>Tests that share a <see cref="SharedHost"/>; one after the other.</summary>
[CollectionDefinition(nameof(SharedHost))]
public sealed class SharedHostGroup : ICollectionFixture<SharedHost>;
