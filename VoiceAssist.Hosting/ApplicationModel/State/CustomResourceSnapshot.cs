namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known of a resource's instance at a moment.</summary>
public sealed record CustomResourceSnapshot;
