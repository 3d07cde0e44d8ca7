namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that a deployment target may probe.</summary>
public interface IResourceWithProbes : IResource;
