namespace Aspire.Hosting;

/// <summary>What an app host was started for.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>To run the app.</summary>
    Run,

    /// <summary>To publish it.</summary>
    Publish,
}
