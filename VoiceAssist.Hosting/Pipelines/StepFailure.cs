namespace Aspire.Hosting.Pipelines;

/// <summary>A step that failed, and why.</summary>
internal sealed record StepFailure(string Step, Exception Error);
