namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What a workload may reach beyond what the references of the app model imply.</summary>
public sealed class NetworkAccessPolicy : Policy<NetworkAccessPolicy>
{
    private readonly List<int> _internetPorts = [];
    private readonly List<NamespaceAccess> _namespaces = [];

    /// <value>TCP ports of the internet that the workload may reach.</value>
    public IReadOnlyList<int> InternetPorts => _internetPorts;

    /// <value>TCP ports in other namespaces that the workload may reach.</value>
    public IReadOnlyList<NamespaceAccess> Namespaces => _namespaces;

    /// <summary>Lets the workload reach a TCP port of the internet, e.g. 443.</summary>
    public NetworkAccessPolicy ReachInternet(int port)
    {
        _internetPorts.Add(Checked(port));
        return this;
    }

    /// <summary>Lets the workload reach a TCP port in another namespace, e.g. 4317 of an OpenTelemetry collector in <c>monitoring</c>.</summary>
    public NetworkAccessPolicy ReachNamespace(string name, int port)
    {
        _namespaces.Add(new(Names.Checked("namespace", name), Checked(port)));
        return this;
    }

    private static int Checked(int port) => port is > 0 and <= 65535
        ? port
        : throw new ArgumentOutOfRangeException(nameof(port), port, "A port lies between 1 and 65535.");
}
