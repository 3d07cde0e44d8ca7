namespace Aspire.Hosting.ApplicationModel;

/// <summary>How long a container lives.</summary>
public enum ContainerLifetime
{
    /// <summary>As long as the app host.</summary>
    Session,

    /// <summary>Longer than the app host; the next run uses it again.</summary>
    Persistent,
}
