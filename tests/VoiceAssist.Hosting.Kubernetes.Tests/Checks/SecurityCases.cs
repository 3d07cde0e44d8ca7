using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class SecurityCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK601", "an image without a tag in the base", null)
        {
            // prod has a tag of its own
            Model = c => c.Environment == "prod" ? c : c.With(Shop.Api, w => w with { Image = "registry.example.com:5000/shop-api" }),
        },
        new("VAK602", "latest in prod", "container api runs registry.example.com/shop-api:latest: its tag is latest") { Model = c => c.With(Shop.Api, w => w with { Image = "registry.example.com/shop-api:latest" }) },
        new("VAK602", "no tag behind a registry with a port", "it has no tag, which means latest") { Model = c => c.With(Shop.Api, w => w with { Image = "registry.example.com:5000/shop-api" }) },
        new("VAK602", "a digest", null) { Model = c => c.With(Shop.Api, w => w with { Image = $"registry.example.com:5000/shop-api@sha256:{new string('a', 64)}" }) },

        new("VAK603", "a password", "variable DB_PASSWORD of container api has a literal value: its name says that it is a secret") { Plan = p => Variable(p, "DB_PASSWORD", "hunter2") },
        new("VAK603", "an API key", "variable Payment__ApiKey of container api has a literal value") { Plan = p => Variable(p, "Payment__ApiKey", "k-123") },
        new("VAK603", "a connection string", "it holds a password of a connection string") { Plan = p => Variable(p, "ConnectionStrings__db", "Host=db;Username=shop;Password=hunter2") },
        new("VAK603", "a URL with a password", "it is a URL with a password") { Plan = p => Variable(p, "CACHE_URI", "redis://:hunter2@shop-cache:6379") },
        new("VAK603", "an argument", "an argument of container cache has a literal value: its name says that it is a secret")
        {
            Plan = p => p.EditContainer(Shop.Cache, c => (c.Command, c.Args) = (null, ["--requirepass", "hunter2"])),
        },
        new("VAK603", "an argument with an equals sign", "an argument of container api has a literal value") { Plan = p => p.EditContainer(Shop.Api, c => c.Args = ["--client-secret=hunter2"]) },
        new("VAK603", "an option in a shell command", "an argument of container cache has a literal value") { Plan = p => p.EditContainer(Shop.Cache, c => c.Args = ["-c", "redis-server --requirepass hunter2 --port 6379"]) },
        new("VAK603", "a URL in an argument", "it is a URL with a password") { Plan = p => p.EditContainer(Shop.Api, c => c.Args = ["amqp://me:hunter2@mq"]) },
        new("VAK603", "a setting", "SMTP_TOKEN has a literal value") { Plan = p => p.Edit<V1ConfigMap>("autoscaling-config", m => m.Data["SMTP_TOKEN"] = "abc") },
        new("VAK603", "a Secret with values", "it has 1 values")
        {
            Plan = p => p.Add(new V1Secret { ApiVersion = "v1", Kind = "Secret", Metadata = p.Meta("shop-secrets"), StringData = new Dictionary<string, string> { ["a"] = "b" } }),
        },
        new("VAK603", "a reference to another variable", null) { Plan = p => Variable(p, "CACHE_URI", "redis://:$(CACHE_PASSWORD)@shop-cache:6379") },
        new("VAK603", "a key that is none", null) { Plan = p => Variable(p, "Queue__Key", "orders:pending") },
        new("VAK603", "a switch about passwords", null) { Plan = p => Variable(p, "ALLOW_EMPTY_PASSWORD", "yes") },
        new("VAK603", "where a secret is", null) { Plan = p => Variable(p, "DB_PASSWORD_FILE", "/run/secrets/db") },

        new("VAK604", "Development by variable", "ASPNETCORE_ENVIRONMENT of container api is Development") { Plan = p => Variable(p, "ASPNETCORE_ENVIRONMENT", "Development") },
        new("VAK604", "Development by setting", "DOTNET_ENVIRONMENT of container api is development")
        {
            Plan = p => p.Edit<V1ConfigMap>("autoscaling-config", m => m.Data["LOG_LEVEL"] = "development").EditContainer(Shop.Api, c => c.Env[0].Name = "DOTNET_ENVIRONMENT"),
        },
        new("VAK604", "Staging", null) { Plan = p => Variable(p, "ASPNETCORE_ENVIRONMENT", "Staging") },

        Pod("hostNetwork", "hostNetwork is true", s => s.HostNetwork = true),
        Pod("a hostPath", "volume logs is a hostPath", s => s.Volumes = [new() { Name = "logs", HostPath = new() { Path = "/var/log" } }]),
        Pod("an NFS volume", "volume share is of a restricted type", s => s.Volumes = [new() { Name = "share", Nfs = new() { Path = "/x", Server = "nas" } }]),
        Pod("no seccomp profile", "has no seccomp profile", s => s.SecurityContext.SeccompProfile = null),
        Pod("root allowed", "does not set runAsNonRoot to true", s => s.SecurityContext.RunAsNonRoot = null),
        Pod("user 0", "runs as user 0", s => s.SecurityContext.RunAsUser = 0),
        Pod("an unsafe sysctl", "sysctl kernel.msgmax is not a safe one", s => s.SecurityContext.Sysctls = [new() { Name = "kernel.msgmax", Value = "1" }]),
        Container("a privileged container", "container api is privileged", c => c.SecurityContext.Privileged = true),
        Container("privilege escalation", "does not set allowPrivilegeEscalation to false", c => c.SecurityContext.AllowPrivilegeEscalation = null),
        Container("capabilities kept", "does not drop ALL capabilities", c => c.SecurityContext.Capabilities = null),
        Container("a capability added", "adds capabilities other than NET_BIND_SERVICE", c => c.SecurityContext.Capabilities.Add = ["CHOWN"]),
        Container("a host port", "uses host ports", c => c.Ports[0].HostPort = 80),
        Container("an SELinux role", "has SELinux options of its own", c => c.SecurityContext.SeLinuxOptions = new() { Role = "r" }),
        Container("a procMount", "has a procMount of its own", c => c.SecurityContext.ProcMount = "Unmasked"),
        new("VAK605", "an init container as root", "container migrate runs as user 0")
        {
            Plan = p => p.EditPod(Shop.Api, s =>
            {
                s.InitContainers = [Containers.Init("migrate", "100m", "128Mi")];
                s.InitContainers[0].SecurityContext.RunAsUser = 0;
            }),
        },
        new("VAK605", "a low port", null) { Plan = p => p.EditContainer(Shop.Api, c => c.SecurityContext.Capabilities.Add = ["NET_BIND_SERVICE"]) },
        new("VAK605", "a violation of a level that is not enforced", null)
        {
            Model = c => c.WithCluster(p => p.PodSecurityLevel("baseline")),
            Plan = p => p.EditContainer(Shop.Api, c => c.SecurityContext = null),
        },
        new("VAK605", "a rule that came later", null) { Plan = p => p.EditContainer(Shop.Api, c => c.LivenessProbe.HttpGet.Host = "127.0.0.1") },

        new("VAK606", "a laxer namespace", "does not drop ALL capabilities (restricted: capabilities_restricted)")
        {
            Model = c => c.WithCluster(p => p.PodSecurityLevel("baseline")),
            Plan = p => p.EditContainer(Shop.Api, c => c.SecurityContext = null),
        },
        new("VAK606", "a laxer namespace with pods that pass", null) { Model = c => c.WithCluster(p => p.PodSecurityLevel("baseline")) },
    ];

    private static Planning.EnvironmentPlan Variable(Planning.EnvironmentPlan plan, string name, string value) =>
        plan.EditContainer(Shop.Api, c => c.Env = [.. c.Env.Where(e => e.Name != name), new() { Name = name, Value = value }]);

    private static CheckCase Pod(string what, string found, Action<V1PodSpec> edit) => new("VAK605", what, found) { Plan = p => p.EditPod(Shop.Api, edit) };

    private static CheckCase Container(string what, string found, Action<V1Container> edit) => new("VAK605", what, found) { Plan = p => p.EditContainer(Shop.Api, edit) };
}
