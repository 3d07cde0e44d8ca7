namespace Aspire.Hosting.Dcp.Model;

/// <summary>A program that has to exit with 0.</summary>
internal sealed record ExecutableProbe
{
    public required ExecutableTemplate ExecutableTemplate { get; init; }
}
