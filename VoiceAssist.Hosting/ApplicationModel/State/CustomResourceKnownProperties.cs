namespace Aspire.Hosting.ApplicationModel;

/// <summary>Names of properties that the dashboard gives a place of their own.</summary>
public static class CustomResourceKnownProperties
{
    /// <summary>What the Source column shows.</summary>
    public static string Source { get; } = KnownProperties.Resource.Source;

    /// <summary>The connection string.</summary>
    public static string ConnectionString { get; } = KnownProperties.Resource.ConnectionString;
}
