namespace Aspire.Hosting.ApplicationModel;

/// <summary>A network on which an endpoint can be reached.</summary>
/// <param name="Value">Its name.</param>
public record NetworkIdentifier(string Value);
