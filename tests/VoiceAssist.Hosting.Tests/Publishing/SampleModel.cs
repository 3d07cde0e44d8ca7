using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>
/// The model behind <c>Fixtures/sample.json</c>: two projects, Postgres with a database, Redis, two parameters. Resources and
/// annotations stand here as Aspire's own extension methods add them.
/// </summary>
internal class SampleModel
{
    public SampleModel()
    {
        Postgres = PostgresServer("postgres", user: null, PostgresPassword).Volume("lab-pgdata", "/var/lib/postgresql");
        Database = new("appdb", ReferenceExpression.Create($"{Postgres};Database=appdb"));
        Redis = RedisServer("redis", RedisPassword, "redis-server --requirepass $REDIS_PASSWORD");
        Worker.Env("GREETING", Greeting).Env("API_KEY", ApiKey);
        ReferToDatabase(Worker, "appdb", "APPDB", Database, Postgres, user: null, PostgresPassword, "appdb");
        ReferToRedis(Worker, "redis", "REDIS", Redis, RedisPassword);
        Gateway.Env("WORKER_HTTP", Worker.GetEndpoint("http")).Env("services__worker__http__0", Worker.GetEndpoint("http"))
            .Env("WORKER_HTTPS", Worker.GetEndpoint("https")).Env("services__worker__https__0", Worker.GetEndpoint("https"));
        ReferToRedis(Gateway, "redis", "REDIS", Redis, RedisPassword);
    }

    public ParameterResource Greeting { get; } = Parameter("greeting");

    public ParameterResource ApiKey { get; } = Parameter("apikey", secret: true);

    public ProjectResource Worker { get; } = WebProject("worker", "Worker", external: false);

    public ProjectResource Gateway { get; } = WebProject("gateway", "Gateway", external: true);

    public ConnectableContainer Postgres { get; }

    public ConnectionStringResource Database { get; }

    public ConnectableContainer Redis { get; }

    public ParameterResource PostgresPassword { get; } = Password("postgres-password", new GeneratedDefault(22));

    public ParameterResource RedisPassword { get; } = Password("redis-password", new GeneratedDefault(22, special: false));

    public virtual IResource[] Resources => [Greeting, ApiKey, Worker, Gateway, Postgres, Database, Redis];

    protected static ParameterResource Parameter(string name, bool secret = false) =>
        new(name, static _ => throw new InvalidOperationException("A parameter's value was asked for."), secret);

    protected static ParameterResource Password(string name, ParameterDefault value)
    {
        var parameter = Parameter(name, secret: true);
        parameter.Default = value;
        return parameter;
    }

    protected static ProjectResource Project(string name, string project) => new ProjectResource(name)
        .With(new ProjectAt(Path.GetFullPath($"/src/sample/{project}/{project}.csproj")))
        .Env("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory")
        .Env("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true");

    protected static ConnectableContainer PostgresServer(string name, ParameterResource? user, ParameterResource password)
    {
        var userName = UserName(user);
        var server = new ConnectableContainer(name, tcp => ReferenceExpression.Create(
            $"Host={tcp.Property(EndpointProperty.Host)};Port={tcp.Property(EndpointProperty.Port)};Username={userName};Password={password}"));
        return server.Image("library/postgres", "18.3", "docker.io")
            .Endpoint("tcp", "tcp", targetPort: 5432)
            .Env("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
            .Env("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --auth-local=scram-sha-256")
            .Env("POSTGRES_USER", userName)
            .Env("POSTGRES_PASSWORD", password);
    }

    protected static ConnectableContainer RedisServer(string name, ParameterResource password, string command, int? port = null)
    {
        var server = new ConnectableContainer(
            name,
            tcp => ReferenceExpression.Create(
                $"{tcp.Property(EndpointProperty.HostAndPort)},password={password}{tcp.GetTlsValue(ReferenceExpression.Create($",ssl=true"), ReferenceExpression.Empty)}"),
            "/bin/sh");
        return server.Image("library/redis", "8.6", "docker.io")
            .Endpoint("tcp", "redis", port, targetPort: 6379, transport: "tcp")
            .Args("-c", command)
            .Env("REDIS_PASSWORD", password);
    }

    protected static void ReferToRedis(IResource from, string connection, string prefix, ConnectableContainer redis, ParameterResource password)
    {
        var host = redis.Primary.Property(EndpointProperty.Host);
        var port = redis.Primary.Property(EndpointProperty.Port);
        from.Env($"ConnectionStrings__{connection}", redis)
            .Env($"{prefix}_HOST", ReferenceExpression.Create($"{host}"))
            .Env($"{prefix}_PORT", ReferenceExpression.Create($"{port}"))
            .Env($"{prefix}_PASSWORD", ReferenceExpression.Create($"{password}"))
            .Env($"{prefix}_URI", ReferenceExpression.Create($"{redis.Primary.Property(EndpointProperty.Scheme)}://:{password:uri}@{host}:{port}"));
    }

    protected static void ReferToDatabase(
        IResource from,
        string connection,
        string prefix,
        ConnectionStringResource database,
        ConnectableContainer server,
        ParameterResource? user,
        ParameterResource password,
        string databaseName)
    {
        var host = server.Primary.Property(EndpointProperty.Host);
        var port = server.Primary.Property(EndpointProperty.Port);
        var uri = user is null
            ? ReferenceExpression.Create($"postgresql://postgres:{password:uri}@{host}:{port}/{databaseName}")
            : ReferenceExpression.Create($"postgresql://{user:uri}:{password:uri}@{host}:{port}/{databaseName}");
        from.Env($"ConnectionStrings__{connection}", database)
            .Env($"{prefix}_HOST", ReferenceExpression.Create($"{host}"))
            .Env($"{prefix}_PORT", ReferenceExpression.Create($"{port}"))
            .Env($"{prefix}_USERNAME", UserName(user))
            .Env($"{prefix}_PASSWORD", ReferenceExpression.Create($"{password}"))
            .Env($"{prefix}_URI", uri)
            .Env($"{prefix}_JDBCCONNECTIONSTRING", ReferenceExpression.Create($"jdbc:postgresql://{host}:{port}/{databaseName}"))
            .Env($"{prefix}_DATABASENAME", ReferenceExpression.Create($"{databaseName}"));
    }

    private static ReferenceExpression UserName(ParameterResource? user) =>
        user is null ? ReferenceExpression.Create($"postgres") : ReferenceExpression.Create($"{user}");

    private static ProjectResource WebProject(string name, string project, bool external)
    {
        var resource = Project(name, project).Endpoint("http", "http", external: external).Endpoint("https", "https", external: external);
        return resource.Env("HTTP_PORTS", ReferenceExpression.Create($"{resource.Part("http", EndpointProperty.TargetPort)}"));
    }
}
