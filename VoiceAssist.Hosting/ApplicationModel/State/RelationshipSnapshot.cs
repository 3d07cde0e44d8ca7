namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a resource relates to another one.</summary>
/// <param name="ResourceName">The other resource's name in the model.</param>
/// <param name="Type"><c>Reference</c>, <c>WaitFor</c>, <c>Parent</c> or a word of one's own.</param>
public sealed record RelationshipSnapshot(string ResourceName, string Type);
