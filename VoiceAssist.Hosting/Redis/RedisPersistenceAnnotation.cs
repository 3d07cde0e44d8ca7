namespace Aspire.Hosting.ApplicationModel;

/// <summary>How often Redis saves its data.</summary>
internal sealed record RedisPersistenceAnnotation(TimeSpan Interval, long KeysChangedThreshold) : IResourceAnnotation;
