namespace Aspire.Hosting.Eventing;

/// <summary>Something that happens in the app's life.</summary>
public interface IDistributedApplicationEvent;
