namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that a deployment target runs as a workload.</summary>
public interface IComputeResource : IResource;
