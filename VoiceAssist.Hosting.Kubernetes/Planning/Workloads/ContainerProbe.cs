using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>A probe of a container.</summary>
internal static class ContainerProbe
{
    public static V1Probe? Of(ProbeRule? rule, string field, CommentSet comments)
    {
        if (rule is null)
        {
            return null;
        }

        comments.Add(field, rule.Because);
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
