using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Probes;

/// <summary>The grace period must exceed what the preStop hook and the program's own drain take, one after the other.</summary>
internal sealed partial class GracePeriod : EnvironmentCheck
{
    private const long DefaultSeconds = 30;

    public override CheckDescription Description { get; } = new("VAK504", Severity.Error, "The grace period is over before the shutdown is")
    {
        Why = "The preStop hook runs first and its time counts; then the program gets SIGTERM and drains. At the end of terminationGracePeriodSeconds it is killed, with requests and jobs in flight.",
        Do = "Say what the shutdown takes, part by part; the grace period is their sum and a margin. A preStop hook is a part as well.",
        Sample = "api.WithShutdown(s => s.Takes(\"drain delay\", TimeSpan.FromSeconds(5)).Takes(\"requests in flight\", TimeSpan.FromSeconds(20)));",
        Source = "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        let drain = plan.Workload(pods.Name)?.Shutdown?.Need.TotalSeconds ?? 0
        from container in pods.Running
        let preStop = PreStopSeconds(container)
        let need = drain + preStop
        let grace = pods.Spec.TerminationGracePeriodSeconds ?? DefaultSeconds
        where need > 0 && grace <= need
        select Found(
            plan,
            pods.Planned,
            string.Create(CultureInfo.InvariantCulture, $"the grace period is {grace} s, container {container.Name} needs more than {drain} s drain + {preStop} s preStop = {need} s"),
            plan.Place<ShutdownPolicy>(pods.Name));

    /// <summary>How long a preStop hook sleeps; a command that does not sleep counts as nothing.</summary>
    private static double PreStopSeconds(V1Container container)
    {
        var hook = container.Lifecycle?.PreStop;
        var sleep = SleepCommand().Match(string.Join(' ', hook?.Exec?.Command ?? []));
        return hook?.Sleep?.Seconds ?? (sleep.Success ? double.Parse(sleep.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    [GeneratedRegex(@"\bsleep\s+(\d+(?:\.\d+)?)\b")]
    private static partial Regex SleepCommand();
}
