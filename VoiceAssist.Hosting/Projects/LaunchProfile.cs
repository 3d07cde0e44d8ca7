namespace Aspire.Hosting;

/// <summary>A profile of a project's <c>launchSettings.json</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ApplicationUrls">The URLs on which the program listens; an empty list for a program that is not a web one.</param>
/// <param name="EnvironmentVariables">Variables to set unless they are set already.</param>
internal sealed record LaunchProfile(string Name, IReadOnlyList<Uri> ApplicationUrls, IReadOnlyDictionary<string, string> EnvironmentVariables);
