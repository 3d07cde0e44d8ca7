using System.Globalization;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>A probe of a container.</summary>
internal static class ContainerProbe
{
    /// <param name="rule">The policy's.</param>
    /// <param name="field">Its field of the container.</param>
    /// <param name="consequence">What becomes of the container when it fails.</param>
    /// <param name="comments">Takes the arithmetic.</param>
    public static V1Probe? Of(ProbeRule? rule, string field, string consequence, CommentSet comments)
    {
        if (rule is null)
        {
            return null;
        }

        var arithmetic = string.Create(
            CultureInfo.InvariantCulture,
            $"{rule.Failures} failures, {rule.Period.TotalSeconds} s apart (no answer within {rule.Timeout.TotalSeconds} s is one): {consequence} after {rule.Budget.TotalSeconds} s.");
        comments.Add(field, rule.Because is { } because ? $"{because} {arithmetic}" : arithmetic);
        return new()
        {
            HttpGet = rule.Path is { } path ? new() { Path = path, Port = rule.Endpoint } : null,
            Exec = rule.Command.Count > 0 ? new() { Command = [.. rule.Command] } : null,
            PeriodSeconds = (int)rule.Period.TotalSeconds,

            // Whole seconds; a shorter answer than asked for is never waited for.
            TimeoutSeconds = (int)Math.Ceiling(rule.Timeout.TotalSeconds),
            FailureThreshold = rule.Failures,
        };
    }
}
