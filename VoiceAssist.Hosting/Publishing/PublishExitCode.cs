namespace Aspire.Hosting.Publishing;

/// <summary>The exit codes of an app host.</summary>
internal static class PublishExitCode
{
    public const int Success = 0;

    /// <summary>A step failed, or the pipeline is wrong.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ended early; what a shell reports for SIGINT.</summary>
    public const int Cancelled = 130;

    /// <summary>The exit code for an error that ends the app host.</summary>
    public static int Of(DistributedApplicationException error) => error is CommandLineException ? WrongUsage : Failed;
}
