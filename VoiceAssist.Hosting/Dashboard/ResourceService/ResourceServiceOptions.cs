namespace Aspire.Hosting.Dashboard;

/// <summary>How the resource service is served.</summary>
/// <param name="ApplicationName">The name in the dashboard's header.</param>
/// <param name="ApiKey">What callers must send; null: anybody on this machine may call.</param>
/// <param name="Port">A port on 127.0.0.1; 0: any that is free.</param>
internal sealed record ResourceServiceOptions(string ApplicationName, string? ApiKey, int Port = 0);
