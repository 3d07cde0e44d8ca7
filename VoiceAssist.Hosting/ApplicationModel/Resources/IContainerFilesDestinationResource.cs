namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource into whose image a publisher may copy the files of another one.</summary>
public interface IContainerFilesDestinationResource : IResource;
