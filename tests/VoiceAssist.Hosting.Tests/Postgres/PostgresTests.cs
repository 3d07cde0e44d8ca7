using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Publishing;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Postgres;

public class PostgresTests
{
    private readonly DistributedApplicationBuilder _app = App.ForRun("--Parameters:pg-password=p w/1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_given_host_port_user_and_password()
    {
        var server = _app.AddPostgres("pg").Resource;
        server.PrimaryEndpoint.Allocate(5001);
        Assert.Equal("Host=localhost;Port=5001;Username=postgres;Password=p w/1", await server.ConnectionStringExpression.GetValueAsync(Cancellation));
        Assert.Equal("postgresql://postgres:p%20w%2F1@localhost:5001", await server.UriExpression.GetValueAsync(Cancellation));
        Assert.Equal("jdbc:postgresql://localhost:5001", await server.JdbcConnectionString.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_adds_its_name()
    {
        var database = _app.AddPostgres("pg").AddDatabase("db", "app db").Resource;
        database.Parent.PrimaryEndpoint.Allocate(5001);
        Assert.Equal("Host=localhost;Port=5001;Username=postgres;Password=p w/1;Database=\"app db\"", await database.ConnectionStringExpression.GetValueAsync(Cancellation));
        Assert.Equal("postgresql://postgres:p%20w%2F1@localhost:5001/app%20db", await database.UriExpression.GetValueAsync(Cancellation));
        Assert.Equal("jdbc:postgresql://localhost:5001/app%20db", await database.JdbcConnectionString.GetValueAsync(Cancellation));
        Assert.Equal([new("db", "app db")], database.Parent.Databases);
    }

    [Fact]
    public async Task The_user_can_be_a_parameter()
    {
        var server = _app.AddPostgres("pg", userName: _app.AddParameter("user", "al/ice")).Resource;
        server.PrimaryEndpoint.Allocate(5001);
        Assert.StartsWith("Host=localhost;Port=5001;Username=al/ice;", await server.ConnectionStringExpression.GetValueAsync(Cancellation), StringComparison.Ordinal);
        Assert.StartsWith("postgresql://al%2Fice:", await server.UriExpression.GetValueAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("{user.value}", (await App.EnvironmentOf(server))["POSTGRES_USER"]);
    }

    [Fact]
    public void The_properties_of_a_database_are_its_servers_with_its_own_URLs()
    {
        IResourceWithConnectionString database = _app.AddPostgres("pg").AddDatabase("db").Resource;
        Assert.Equal(
            [
                ("Host", "{pg.bindings.tcp.host}"),
                ("Port", "{pg.bindings.tcp.port}"),
                ("Username", "postgres"),
                ("Password", "{pg-password.value}"),
                ("Uri", "postgresql://postgres:{pg-password.value}@{pg.bindings.tcp.host}:{pg.bindings.tcp.port}/db"),
                ("JdbcConnectionString", "jdbc:postgresql://{pg.bindings.tcp.host}:{pg.bindings.tcp.port}/db"),
                ("DatabaseName", "db"),
            ],
            database.GetConnectionProperties().Select(p => (p.Key, p.Value.ValueExpression)));
    }

    [Fact]
    public void The_volume_holds_the_layout_of_version_18()
    {
        var server = _app.AddPostgres("pg").WithDataVolume("data");
        Assert.Equal(("data", "/var/lib/postgresql"), server.Resource.Annotations.OfType<ContainerMountAnnotation>().Select(m => (m.Source, m.Target)).Single());
    }

    [Fact]
    public void A_database_needs_a_name() => Assert.Throws<ArgumentException>("databaseName", () => _app.AddPostgres("pg").AddDatabase("db", ""));

    [Fact]
    public async Task The_manifest_has_what_Aspire_writes()
    {
        var database = App.ForPublish().AddPostgres("postgres").WithDataVolume("lab-pgdata").AddDatabase("appdb");
        var written = await Manifest.EntriesAsync(database.Resource.Parent, database.Resource);
        var expected = JsonNode.Parse(Manifest.Fixture("sample.json"))!["resources"]!;
        Assert.Equal(expected["postgres"]!.ToJsonString(), written["postgres"]!.ToJsonString());
        Assert.Equal(expected["appdb"]!.ToJsonString(), written["appdb"]!.ToJsonString());
    }
}
