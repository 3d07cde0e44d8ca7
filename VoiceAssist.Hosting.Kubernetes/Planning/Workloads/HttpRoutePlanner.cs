using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>An HTTPRoute for each workload that is reached from outside through a Gateway.</summary>
internal sealed class HttpRoutePlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) =>
        ExposedPort.Of(environment, ExposureKind.HttpRoute).Select(e => e.Planned(Route(e, environment)));

    private static HttpRoute Route(ExposedPort exposed, EnvironmentContext environment) => new()
    {
        Metadata = ObjectMeta.Of(exposed.Workload, environment),
        Spec = new()
        {
            ParentRefs = [Gateway(exposed)],
            Hostnames = [exposed.Way.Host],
            Rules =
            [
                new()
                {
                    Matches = [.. exposed.Paths.Select(path => new HttpRouteMatch { Path = new() { Type = "PathPrefix", Value = path } })],
                    BackendRefs = [new() { Name = exposed.Workload.Name, Port = exposed.Port.Port }],
                },
            ],
        },
    };

    private static HttpRouteParent Gateway(ExposedPort exposed) => exposed.Way.ClassOrGateway?.Split('/') switch
    {
        [{ Length: > 0 } name] => new() { Name = name },
        [{ Length: > 0 } @namespace, { Length: > 0 } name] => new() { Namespace = @namespace, Name = name },
        _ => throw new DistributedApplicationException(
            $"{exposed.Workload.PlaceOf<ExposurePolicy>()}: the Gateway '{exposed.Way.ClassOrGateway}' of '{exposed.Workload.Name}' is not allowed. Allowed: NAME or NAMESPACE/NAME."),
    };
}
