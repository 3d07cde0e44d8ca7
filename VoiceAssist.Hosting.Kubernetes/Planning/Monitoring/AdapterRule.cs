namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>A rule of prometheus-adapter (<c>DiscoveryRule</c> in its <c>pkg/config</c>).</summary>
internal sealed record AdapterRule
{
    /// <summary>The series that the rule is about.</summary>
    public required string SeriesQuery { get; init; }

    /// <summary>Which labels name Kubernetes objects.</summary>
    public required AdapterResources Resources { get; init; }

    /// <summary>The name that autoscalers use.</summary>
    public required AdapterName Name { get; init; }

    /// <summary>What is asked; <c>&lt;&lt;.LabelMatchers&gt;&gt;</c> stands for namespace, pods and the autoscaler's selector.</summary>
    public required string MetricsQuery { get; init; }
}

/// <summary>Which labels name Kubernetes objects.</summary>
internal sealed record AdapterResources
{
    /// <summary>Only the series of the autoscaler's own namespace; null for rules that always ask for it.</summary>
    public bool? Namespaced { get; init; }

    /// <summary>Label to resource.</summary>
    public required IReadOnlyDictionary<string, AdapterResource> Overrides { get; init; }
}

/// <summary>A resource of Kubernetes.</summary>
/// <param name="Resource">Its singular name.</param>
internal sealed record AdapterResource(string Resource);

/// <summary>From a series to the name that autoscalers use.</summary>
/// <param name="Matches">A regular expression for the series.</param>
/// <param name="As">The name.</param>
internal sealed record AdapterName(string Matches, string As);
