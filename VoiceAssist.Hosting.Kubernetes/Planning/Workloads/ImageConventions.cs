namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>
/// The conventions of well-known images, so that a model which uses them as they are is publishable as it is; a
/// <see cref="Policies.SecurityPolicy"/> goes before them. Sources: the Dockerfiles of .NET (<c>APP_UID=1654</c>) and of Docker's official
/// images (github.com/docker-library).
/// </summary>
internal static class ImageConventions
{
    private static readonly ImageConvention Dotnet = new(1654, 1654, ["/tmp"]);

    private static readonly Dictionary<string, ImageConvention> Debian = new(StringComparer.Ordinal)
    {
        // The socket's directory; the data is in a volume.
        ["postgres"] = new(999, 999, ["/var/run/postgresql"]),
        ["redis"] = new(999, 999, ["/data"]),
        ["valkey"] = new(999, 999, ["/data"]),
        ["rabbitmq"] = new(999, 999, ["/var/lib/rabbitmq", "/var/log/rabbitmq"]),
    };

    private static readonly Dictionary<string, ImageConvention> Alpine = new(StringComparer.Ordinal)
    {
        ["postgres"] = new(70, 70, ["/var/run/postgresql"]),
        ["redis"] = new(999, 1000, ["/data"]),
        ["valkey"] = new(999, 1000, ["/data"]),
        ["rabbitmq"] = new(100, 101, ["/var/lib/rabbitmq", "/var/log/rabbitmq"]),
    };

    /// <summary>Null: nothing is known of the image.</summary>
    public static ImageConvention? For(WorkloadModel workload)
    {
        if (workload.IsProject)
        {
            return Dotnet;
        }

        var (repository, tag) = Split(workload.Image);
        var conventions = tag.Contains("alpine", StringComparison.Ordinal) ? Alpine : Debian;
        return OfficialName(repository) is { } name ? conventions.GetValueOrDefault(name) : null;
    }

    /// <summary><c>postgres</c>, <c>library/postgres</c> and a mirror's <c>.../library/postgres</c>; others' images of that name may differ.</summary>
    private static string? OfficialName(string repository) => repository.Split('/') switch
    {
        [var name] => name,
        [.., "library", var name] => name,
        ["docker.io", var name] => name,
        [.., "valkey", "valkey"] => "valkey",
        _ => null,
    };

    private static (string Repository, string Tag) Split(string image)
    {
        var name = image.Split('@')[0];
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? (name[..colon], name[(colon + 1)..]) : (name, "");
    }
}
