using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

/// <summary>Further containers, with nothing wrong in them.</summary>
internal static class Containers
{
    public static V1Container Plain(string name, string? cpu, string? memory) => new()
    {
        Name = name,
        Image = $"registry.example.com/{name}:1.0",
        Resources = cpu is null ? null : new() { Requests = Amounts(cpu, memory!), Limits = Amounts(cpu, memory!) },
        SecurityContext = new() { AllowPrivilegeEscalation = false, Capabilities = new() { Drop = ["ALL"] } },
    };

    public static V1Container Init(string name, string? cpu, string? memory) => Plain(name, cpu, memory);

    public static V1Container Sidecar(string name, string? cpu, string? memory)
    {
        var container = Plain(name, cpu, memory);
        container.RestartPolicy = "Always";
        return container;
    }

    private static Dictionary<string, ResourceQuantity> Amounts(string cpu, string memory) => new() { ["cpu"] = new(cpu), ["memory"] = new(memory) };
}
