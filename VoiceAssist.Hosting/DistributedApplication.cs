namespace Aspire.Hosting;

/// <summary>The host that runs or publishes an app.</summary>
public class DistributedApplication;
