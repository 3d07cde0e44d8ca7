using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>An Ingress for each workload that is reached from outside by one.</summary>
internal sealed class IngressPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) =>
        ExposedPort.Of(environment, ExposureKind.Ingress).Select(e => e.Planned(Ingress(e, environment)));

    private static V1Ingress Ingress(ExposedPort exposed, EnvironmentContext environment) => new()
    {
        ApiVersion = $"{V1Ingress.KubeGroup}/{V1Ingress.KubeApiVersion}",
        Kind = V1Ingress.KubeKind,
        Metadata = ObjectMeta.Of(exposed.Workload, environment),
        Spec = new()
        {
            IngressClassName = exposed.Way.ClassOrGateway,
            Rules =
            [
                new()
                {
                    Host = exposed.Way.Host,
                    Http = new()
                    {
                        Paths =
                        [
                            .. exposed.Paths.Select(path => new V1HTTPIngressPath
                            {
                                Path = path,
                                PathType = "Prefix",
                                Backend = new() { Service = new() { Name = exposed.Workload.Name, Port = new() { Name = exposed.Port.Name } } },
                            }),
                        ],
                    },
                },
            ],
            Tls = exposed.Way.TlsSecret is { } secret ? [new() { Hosts = [exposed.Way.Host], SecretName = secret }] : null,
        },
    };
}
