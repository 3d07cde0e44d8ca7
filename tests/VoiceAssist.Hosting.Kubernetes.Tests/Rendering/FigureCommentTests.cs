namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>Whoever reviews the tree sees over each figure why it is what it is.</summary>
public class FigureCommentTests
{
    /// <summary>How the lines begin that hold a figure, or what belongs together with one.</summary>
    private static readonly string[] Figures =
    [
        "cpu: ", "memory: ", "storage: ", "replicas: ", "minReplicas: ", "maxReplicas: ", "minAvailable: ", "livenessProbe:", "readinessProbe:", "startupProbe:",
        "terminationGracePeriodSeconds: ", "stabilizationWindowSeconds: ", "selectPolicy: ", "interval: ",
        "- type: Resource", "- type: Pods", "- type: External", "- type: Percent",
    ];

    public static TheoryData<string> Files =>
    [
        "base/resource-limits.yaml", "base/api-gateway-hpa.yaml", "base/worker-hpa.yaml", "base/vpa-config.yaml", "base/pod-disruption-budget.yaml",
        "overlays/dev/hpa-patch.yaml", "overlays/staging/hpa-patch.yaml", "overlays/prod/hpa-patch.yaml",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_figure_has_a_comment_over_it(string file)
    {
        // A LimitRange's figures come in pairs, with one comment over each.
        var documents = CommittedTree.Files[file].Split("\n---\n").Where(document => !document.Contains("\nkind: LimitRange\n", StringComparison.Ordinal));
        var lines = string.Join('\n', documents).Split('\n').Select(line => line.Trim()).ToArray();
        var figures = Enumerable.Range(0, lines.Length).Where(i => Figures.Any(f => lines[i].StartsWith(f, StringComparison.Ordinal))).ToArray();

        Assert.NotEmpty(figures);
        Assert.Empty(figures.Where(i => !lines[i - 1].StartsWith("# ", StringComparison.Ordinal)).Select(i => $"{lines[i - 1]} {lines[i]}"));
    }
}
