namespace VoiceAssist.TestCluster;

/// <summary>Kubeconfig files.</summary>
public static class Contexts
{
    /// <summary>A kubeconfig with a context per name, all of one server; the first is the current one.</summary>
    public static string Kubeconfig(Uri server, params string[] names) => $"""
        apiVersion: v1
        kind: Config
        current-context: {names[0]}
        clusters:
        - name: cluster
          cluster:
            server: {server}
        users:
        - name: user
          user: {"{}"}
        contexts:
        {string.Join('\n', names.Select(n => $"- name: {n}\n  context:\n    cluster: cluster\n    user: user"))}
        """;
}
