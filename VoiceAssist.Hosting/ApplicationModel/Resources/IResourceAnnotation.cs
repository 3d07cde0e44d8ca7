namespace Aspire.Hosting.ApplicationModel;

/// <summary>A piece of state attached to a resource.</summary>
public interface IResourceAnnotation;
