using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Compatibility;

/// <summary>API versions that current releases do not serve.</summary>
internal sealed class RemovedApis : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK803", Severity.Error, "An API version was removed from Kubernetes")
    {
        Why = "`kubectl apply` answers `no matches for kind`; what is published should work in the oldest release that is allowed and in every later one.",
        Do = "Use the version that is named.",
        Source = "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from planned in plan.Objects
        let api = ObsoleteApi.All.FirstOrDefault(a => a.RemovedIn is not null && a.Is(planned.Object.ApiVersion, planned.Object.Kind))
        where api is not null
        select Found(plan, planned, $"{api.ApiVersion} was removed in Kubernetes {api.RemovedIn}; use {api.Instead}");
}
