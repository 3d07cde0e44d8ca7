using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>Proves something of the plans; a pure function of them.</summary>
internal interface IPlanCheck
{
    /// <summary>What it is about.</summary>
    CheckDescription Description { get; }

    /// <summary>What it finds.</summary>
    /// <param name="plans">All plans, the base first, then the environments in their order.</param>
    IEnumerable<Finding> Run(IReadOnlyList<EnvironmentPlan> plans);
}
