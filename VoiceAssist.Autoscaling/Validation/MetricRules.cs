using k8s.Models;

namespace VoiceAssist.Autoscaling.Validation;

/// <summary>The API server's rules for <c>spec.metrics</c>.</summary>
internal static class MetricRules
{
    private static readonly string[] Types = ["ContainerResource", "External", "Object", "Pods", "Resource"];

    public static void Check(FieldErrors errors, string path, IList<V2MetricSpec> metrics, int minReplicas)
    {
        for (var i = 0; i < metrics.Count; i++)
        {
            CheckMetric(errors, $"{path}[{i}]", metrics[i]);
        }

        if (minReplicas == 0 && !metrics.Any(m => m.Type is "Object" or "External"))
        {
            errors.Forbidden(path, "must specify at least one Object or External metric to support scaling to zero replicas");
        }
    }

    private static void CheckMetric(FieldErrors errors, string path, V2MetricSpec metric)
    {
        if (string.IsNullOrEmpty(metric.Type))
        {
            errors.Required($"{path}.type", "must specify a metric source type");
        }

        if (!Types.Contains(metric.Type))
        {
            errors.NotSupported($"{path}.type", metric.Type, Types);
        }

        // Only the first stanza present is looked into, in this order.
        var present = new List<string>();
        void Look<T>(T? source, string name, Action<T, string> check)
            where T : class
        {
            if (source is null)
            {
                return;
            }

            present.Add(name);
            if (present.Count == 1)
            {
                check(source, $"{path}.{name}");
            }
        }

        Look(metric.ObjectProperty, "object", (s, p) => CheckObject(errors, p, s));
        Look(metric.External, "external", (s, p) => CheckExternal(errors, p, s));
        Look(metric.Pods, "pods", (s, p) => CheckPods(errors, p, s));
        Look(metric.Resource, "resource", (s, p) => CheckResource(errors, p, s));
        Look(metric.ContainerResource, "containerResource", (s, p) => CheckContainerResource(errors, p, s));

        var expected = Types.Contains(metric.Type) ? char.ToLowerInvariant(metric.Type[0]) + metric.Type[1..] : null;
        if (expected is null)
        {
            errors.NotSupported($"{path}.type", metric.Type, Types);
        }
        else if (!present.Contains(expected))
        {
            errors.Required($"{path}.{expected}", "must populate information for the given metric source");
        }

        if (present.Count != 1)
        {
            foreach (var name in present.Where(name => name != expected))
            {
                errors.Forbidden($"{path}.{name}", "must populate the given metric source only");
            }
        }
    }

    private static void CheckObject(FieldErrors errors, string path, V2ObjectMetricSource source)
    {
        ReferenceRules.Check(errors, $"{path}.describedObject", source.DescribedObject, coreGroup: true);
        TargetRules.CheckIdentifier(errors, $"{path}.metric", source.Metric);
        TargetRules.Check(errors, $"{path}.target", source.Target);
        if (source.Target?.Value is null && source.Target?.AverageValue is null)
        {
            errors.Required($"{path}.target.averageValue", "must set either a target value or averageValue");
        }
    }

    private static void CheckExternal(FieldErrors errors, string path, V2ExternalMetricSource source)
    {
        TargetRules.CheckIdentifier(errors, $"{path}.metric", source.Metric);
        TargetRules.Check(errors, $"{path}.target", source.Target);
        if (source.Target?.Value is null && source.Target?.AverageValue is null)
        {
            errors.Required($"{path}.target.averageValue", "must set either a target value for metric or a per-pod target");
        }

        if (source.Target is { Value: not null, AverageValue: not null })
        {
            errors.Forbidden($"{path}.target.value", "may not set both a target value for metric and a per-pod target");
        }
    }

    private static void CheckPods(FieldErrors errors, string path, V2PodsMetricSource source)
    {
        TargetRules.CheckIdentifier(errors, $"{path}.metric", source.Metric);
        TargetRules.Check(errors, $"{path}.target", source.Target);
        if (source.Target?.AverageValue is null)
        {
            errors.Required($"{path}.target.averageValue", "must specify a positive target averageValue");
        }
    }

    private static void CheckResource(FieldErrors errors, string path, V2ResourceMetricSource source)
    {
        if (string.IsNullOrEmpty(source.Name))
        {
            errors.Required($"{path}.name", "must specify a resource name");
        }

        TargetRules.CheckPodTarget(errors, $"{path}.target", source.Target);
    }

    private static void CheckContainerResource(FieldErrors errors, string path, V2ContainerResourceMetricSource source)
    {
        if (string.IsNullOrEmpty(source.Name))
        {
            errors.Required($"{path}.name", "must specify a resource name");
        }
        else
        {
            ResourceNameRules.Check(errors, $"{path}.name", source.Name);
        }

        if (string.IsNullOrEmpty(source.Container))
        {
            errors.Required($"{path}.container", "must specify a container");
        }
        else
        {
            NameRules.Label(errors, $"{path}.container", source.Container);
        }

        TargetRules.CheckPodTarget(errors, $"{path}.target", source.Target);
    }
}
