using k8s;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>What is published for the environments (<c>k8s/performance</c>), embedded so that it is there wherever the tests run.</summary>
internal static class PublishedFiles
{
    /// <summary>A file's text.</summary>
    /// <param name="path">The path below <c>k8s/performance</c>.</param>
    public static string Read(string path)
    {
        using var stream = typeof(PublishedFiles).Assembly.GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"'{path}' is not embedded; the project file lists what is.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rendered objects of one kind in an environment.</summary>
    public static IReadOnlyList<T> Objects<T>(string environment)
        where T : IKubernetesObject =>
    [
        .. Read($"rendered/{environment}.yaml").ReplaceLineEndings("\n").Split("\n---\n")
            .Where(d => d.Contains($"\nkind: {typeof(T).Name[2..]}\n", StringComparison.Ordinal))
            .Select(d => KubernetesYaml.Deserialize<T>(d)),
    ];
}
