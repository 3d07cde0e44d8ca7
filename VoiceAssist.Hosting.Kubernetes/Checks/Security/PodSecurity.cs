using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Security;

/// <summary>Pods against the level that their namespace enforces (an error: they are refused) and against <c>restricted</c> (a warning).</summary>
internal sealed class PodSecurity : EnvironmentCheck
{
    private const string Page = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

    private readonly bool _enforced;

    private PodSecurity(bool enforced, CheckDescription description) => (_enforced, Description) = (enforced, description);

    /// <summary>What the namespace enforces.</summary>
    public static PodSecurity Enforced { get; } = new(true, new("VAK605", Severity.Error, "The namespace's Pod Security level refuses a pod")
    {
        Why = "Admission refuses the pod; the Deployment is accepted, and then never gets one.",
        Do = "Leave the security context to the model, say the user where the image has none, and give a directory that the program writes to; or lower the level of the namespace.",
        Sample = "broker.WithSecurity(s => s.RunAs(999).WritableAt(\"/var/lib/rabbitmq\"));",
        Source = Page,
    });

    /// <summary>What <c>restricted</c> would refuse, where the namespace does not enforce it.</summary>
    public static PodSecurity Recommended { get; } = new(false, new("VAK606", Severity.Warning, "A pod would not pass the Pod Security level restricted")
    {
        Why = "The namespace enforces a laxer level, so the pod runs; whoever breaks into it has more than a program needs.",
        Do = "Give the pod what restricted asks for and let the namespace enforce it.",
        Sample = "cluster.PodSecurityLevel(\"restricted\");",
        Source = Page,
    });

    public override CheckDescription Description { get; }

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var enforced = Level(plan.Context.Cluster.PodSecurity);
        return
            from pods in PodTemplate.Of(plan)
            where plan.AreTogether(pods.Namespace, null)
            from rule in PodSecurityRules.All
            where _enforced == (rule.Level <= enforced && rule.Since <= plan.Context.Cluster.MinimumKubernetes)
            from violation in rule.Violations(pods)
            select Found(plan, pods.Planned, $"{violation} ({rule.Level.ToString().ToLowerInvariant()}: {rule.Id})", plan.Place<SecurityPolicy>(pods.Name));
    }

    private static PodSecurityLevel Level(string level) => Enum.Parse<PodSecurityLevel>(level, ignoreCase: true);
}
