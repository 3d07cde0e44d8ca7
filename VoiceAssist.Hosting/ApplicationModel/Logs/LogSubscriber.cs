namespace Aspire.Hosting.ApplicationModel;

/// <summary>Whether anybody reads an instance's log.</summary>
/// <param name="Name">The instance's name.</param>
/// <param name="AnySubscribers">Whether anybody reads it.</param>
public readonly record struct LogSubscriber(string Name, bool AnySubscribers);
