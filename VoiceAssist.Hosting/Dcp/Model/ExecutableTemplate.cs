namespace Aspire.Hosting.Dcp.Model;

/// <summary>An executable without a name of its own.</summary>
internal sealed record ExecutableTemplate
{
    public required ExecutableSpec Spec { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
