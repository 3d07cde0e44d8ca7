using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>The model behind <c>Fixtures/shapes.json</c>: every kind of entry but images built from a Dockerfile.</summary>
internal sealed class ShapesModel : SampleModel
{
    private static readonly string ContextDirectory = Path.GetFullPath("/src/sample/ctx");

    private readonly List<IResource> _resources;

    public ShapesModel()
    {
        var withDefault = Parameter("withdefault");
        withDefault.Default = new FixedDefault("v1");
        var external = Parameter("extdb", secret: true);
        external.IsConnectionString = true;
        var externalConnection = new ConnectionOf(external);
        var built = new ConnectionStringResource("built", ReferenceExpression.Create($"Server={Greeting};X=1"));
        _resources =
        [
            .. base.Resources,
            withDefault,
            Parameter("secretplain", secret: true),
            Password("gen", new GeneratedDefault(30, special: false, minLower: 2)),
            external,
            built,
            Nginx(externalConnection, built),
            Node(externalConnection),
            Braces(),
            .. SecondGateway(),
        ];
    }

    public override IResource[] Resources => [.. _resources];

    private ContainerResource Nginx(ConnectionOf external, ConnectionStringResource built) => new ContainerResource("nginx", "/bin/x")
        .Image("nginx", "1.27")
        .Args("-c", Greeting)
        .Volume("vol1", "/v")
        .With(new ContainerMountAnnotation(ContextDirectory, "/data", ContainerMountType.BindMount, isReadOnly: true))
        .Volume(null, "/anon")
        .Env("CS", external)
        .Env("ConnectionStrings__built", built)
        .Env("WORKER_HTTP", Worker.GetEndpoint("http"))
        .Env("services__worker__http__0", Worker.GetEndpoint("http"))
        .Endpoint("web", "http", port: 8088, targetPort: 80, external: true)
        .Endpoint("udp", "udp", targetPort: 9000);

    private ExecutableResource Node(ConnectionOf external)
    {
        var node = new ExecutableResource("exe", "node", ContextDirectory).Args("a.js", "--x").Endpoint("http", "http");
        return node.Env("PORT", ReferenceExpression.Create($"{node.Part("http", EndpointProperty.TargetPort)}"))
            .Env("URL", ReferenceExpression.Create($"{Worker.GetEndpoint("http")}/api?k={ApiKey}"))
            .Env("ConnectionStrings__extdb", external);
    }

    private ContainerResource Braces() => new ContainerResource("brace")
        .Image("x", "latest")
        .Args("{x}")
        .Env("LIT", "{abc} {{d}}")
        .Env("EXPR", ReferenceExpression.Create($"a{"{b}"} {Greeting}"))
        .Env("HP", Worker.Part("http", EndpointProperty.HostAndPort));

    private IEnumerable<IResource> SecondGateway()
    {
        var user = Parameter("pguser");
        var password = Parameter("pw2", secret: true);
        var postgresPassword = Password("pg2-password", new GeneratedDefault(22));
        var redis = RedisServer("cache2", password, "redis-server --requirepass $REDIS_PASSWORD --save 60 1", port: 16379)
            .Volume("sample.apphost-c81801199a-cache2-data", "/data");
        var postgres = PostgresServer("pg2", user, postgresPassword);
        var orders = new ConnectionStringResource("orders", ReferenceExpression.Create($"{postgres};Database=orders_db"));
        var gateway = Project("gateway2", "Gateway").Args("--foo")
            .Endpoint("api", "http", targetPort: 7000, transport: "http2")
            .Endpoint("admin", "http", port: 9090, transport: "http2");
        gateway.Env("HTTP_PORTS", ReferenceExpression.Create(
                $"{gateway.Part("api", EndpointProperty.TargetPort)};{gateway.Part("admin", EndpointProperty.TargetPort)}"))
            .Env("WORKER_HTTP", Worker.GetEndpoint("http"))
            .Env("services__worker__http__0", Worker.GetEndpoint("http"));
        ReferToRedis(gateway, "cache2", "CACHE2", redis, password);
        ReferToDatabase(gateway, "main-db", "MAIN_DB", orders, postgres, user, postgresPassword, "orders_db");
        return [gateway, password, redis, user, postgres, orders];
    }
}
