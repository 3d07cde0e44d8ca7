namespace Aspire.Hosting.Pipelines;

/// <summary>Steps of a pipeline failed.</summary>
internal sealed class PipelineFailedException(IReadOnlyList<StepFailure> failures)
    : DistributedApplicationException(
        string.Join(Environment.NewLine, failures.Select(f => $"Step '{f.Step}' failed: {f.Error.Message}")),
        failures is [var only] ? only.Error : new AggregateException(failures.Select(f => f.Error)))
{
    public IReadOnlyList<StepFailure> Failures { get; } = failures;
}
