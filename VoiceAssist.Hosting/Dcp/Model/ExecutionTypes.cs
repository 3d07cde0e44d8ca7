namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ExecutableSpec.ExecutionType"/>.</summary>
internal static class ExecutionTypes
{
    public const string Process = "Process";
}
