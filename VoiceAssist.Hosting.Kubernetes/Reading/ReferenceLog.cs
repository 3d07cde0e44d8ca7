using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>Collects to which workloads' ports one workload's values lead.</summary>
/// <param name="self">The workload whose values they are.</param>
internal sealed class ReferenceLog(IResource self)
{
    private readonly SortedDictionary<string, SortedSet<string>> _ports = new(StringComparer.Ordinal);

    public bool Contains(string workload) => _ports.ContainsKey(workload);

    public void Add(IResource workload, string port)
    {
        if (workload == self)
        {
            return;
        }

        if (!_ports.TryGetValue(workload.Name, out var ports))
        {
            _ports[workload.Name] = ports = new(StringComparer.Ordinal);
        }

        ports.Add(port);
    }

    public IReadOnlyList<WorkloadReference> ToReferences() => [.. _ports.Select(p => new WorkloadReference(p.Key, [.. p.Value]))];
}
