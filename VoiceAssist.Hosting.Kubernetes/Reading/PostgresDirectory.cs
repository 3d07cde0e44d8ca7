using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>
/// Where PostgreSQL's image keeps its data. Since version 18 that is a directory below the mount (<c>/var/lib/postgresql/18/docker</c>);
/// before, it is the mount itself (<c>/var/lib/postgresql/data</c>), which a cluster's volume does not leave empty: <c>initdb</c> refuses
/// a directory with <c>lost+found</c> in it. (Source: github.com/docker-library/docs, postgres, PGDATA.)
/// </summary>
internal static class PostgresDirectory
{
    private const string Variable = "PGDATA";
    private const string Before18 = "/var/lib/postgresql/data";

    public static IReadOnlyList<WorkloadVariable> AddTo(WorkloadModel workload) =>
        workload.Volumes.Any(v => v.MountPath.TrimEnd('/') == Before18) && !workload.Variables.Any(v => v.Name == Variable)
            ? [.. workload.Variables, new(Variable) { Value = $"{Before18}/pgdata", Because = "a directory of its own: the volume's root holds lost+found" }]
            : workload.Variables;
}
