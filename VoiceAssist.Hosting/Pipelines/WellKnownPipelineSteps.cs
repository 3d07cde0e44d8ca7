using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.Pipelines;

/// <summary>The names of steps that every app host has.</summary>
[Experimental("ASPIREPIPELINES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public static class WellKnownPipelineSteps
{
    /// <summary>Runs before every other step, and before the app starts in run mode.</summary>
    public const string BeforeStart = "before-start";

    /// <summary>Before anything is published: parameters.</summary>
    public const string ProcessParameters = "process-parameters";

    /// <summary>What a step that publishes depends on.</summary>
    public const string PublishPrereq = "publish-prereq";

    /// <summary>Everything that publishes.</summary>
    public const string Publish = "publish";
}
