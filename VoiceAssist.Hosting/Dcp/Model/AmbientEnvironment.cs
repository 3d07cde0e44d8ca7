namespace Aspire.Hosting.Dcp.Model;

/// <summary>Whether an executable starts with the environment of DCP itself.</summary>
internal sealed record AmbientEnvironment
{
    /// <summary><c>Inherit</c> (default) or <c>DoNotInherit</c>.</summary>
    public string? Behavior { get; init; }
}
