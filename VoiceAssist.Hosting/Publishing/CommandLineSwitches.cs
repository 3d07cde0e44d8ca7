namespace Aspire.Hosting.Publishing;

/// <summary>The switches that every app host takes, and the configuration keys that they set. Each takes a value.</summary>
internal static class CommandLineSwitches
{
    public const string Operation = "AppHost:Operation";
    public const string Publisher = "Publishing:Publisher";
    public const string Step = "Pipeline:Step";
    public const string ListSteps = "Pipeline:ListSteps";
    public const string OutputPath = "Pipeline:OutputPath";
    public const string LogLevel = "Pipeline:LogLevel";
    public const string IncludeExceptionDetails = "Pipeline:IncludeExceptionDetails";

    /// <summary>For the command line's configuration provider.</summary>
    public static IReadOnlyDictionary<string, string> SwitchMappings { get; } = new Dictionary<string, string>
    {
        ["--operation"] = Operation,
        ["--publisher"] = Publisher,
        ["--step"] = Step,
        ["--list-steps"] = ListSteps,
        ["--output-path"] = OutputPath,
        ["--log-level"] = LogLevel,
        ["--include-exception-details"] = IncludeExceptionDetails,
        ["--clear-cache"] = "Pipeline:ClearCache",
        ["--yes"] = "Pipeline:SkipConfirmation",
        ["--dcp-cli-path"] = "DcpPublisher:CliPath",
        ["--dcp-container-runtime"] = "DcpPublisher:ContainerRuntime",
        ["--dcp-dependency-check-timeout"] = "DcpPublisher:DependencyCheckTimeout",
        ["--dcp-dashboard-path"] = "DcpPublisher:DashboardPath",
    };
}
