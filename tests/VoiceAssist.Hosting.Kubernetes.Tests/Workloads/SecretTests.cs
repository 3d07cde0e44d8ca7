using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class SecretTests
{
    [Fact]
    public async Task No_secret_value_is_ever_asked_for()
    {
        var context = await TestModel.ReadBaseAsync(AddDataTier);

        Assert.Equal(3, context.Workloads.Count);
        Assert.DoesNotContain("asked for", context.Plan().ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_a_key_of_the_apps_secret()
    {
        var context = await TestModel.ReadBaseAsync(AddDataTier);

        Assert.Equal("db-password", context.Workload("db").Variable("POSTGRES_PASSWORD").SecretKey);
        Assert.Equal("shop-secrets", context.SecretName);
    }

    [Fact]
    public async Task A_connection_string_is_composed_around_an_earlier_variable()
    {
        var web = (await TestModel.ReadBaseAsync(AddDataTier)).Workload("web");

        Assert.Equal("Host=db;Port=5432;Username=postgres;Password=$(ORDERS_PASSWORD);Database=orders", web.Variable("ConnectionStrings__orders").Value);
        Assert.Equal("cache:6379,password=$(CACHE_PASSWORD)", web.Variable("ConnectionStrings__cache").Value);
        Assert.Equal("db-password", web.Variable("ORDERS_PASSWORD").SecretKey);
        AssertPrecedes(web, "ORDERS_PASSWORD", "ConnectionStrings__orders");
        AssertPrecedes(web, "CACHE_PASSWORD", "ConnectionStrings__cache");
    }

    [Fact]
    public async Task Several_uses_of_a_secret_share_one_variable_made_for_them()
    {
        var context = await TestModel.ReadBaseAsync(b =>
        {
            var key = b.AddUntouchable("api-key");
            b.AddTestProject("web")
                .WithEnvironment("FIRST", ReferenceExpression.Create($"key={key}"))
                .WithEnvironment("SECOND", ReferenceExpression.Create($"$(x) {key} and {key}"));
        });
        var web = context.Workload("web");

        Assert.Equal("key=$(API_KEY)", web.Variable("FIRST").Value);
        Assert.Equal("$$(x) $(API_KEY) and $(API_KEY)", web.Variable("SECOND").Value);
        Assert.Equal("api-key", Assert.Single(web.Variables, v => v.SecretKey is not null).SecretKey);
    }

    [Fact]
    public async Task A_variable_made_for_a_secret_takes_no_others_name()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("web")
            .WithEnvironment("API_KEY", "not the secret")
            .WithEnvironment("HEADER", ReferenceExpression.Create($"key={b.AddUntouchable("api-key")}")));

        Assert.Equal("key=$(API_KEY_)", context.Workload("web").Variable("HEADER").Value);
        Assert.Equal("not the secret", context.Workload("web").Variable("API_KEY").Value);
    }

    [Fact]
    public async Task A_variable_that_needs_a_percent_encoded_secret_is_left_out_and_reported()
    {
        var web = (await TestModel.ReadBaseAsync(AddDataTier)).Workload("web");

        Assert.DoesNotContain(web.Variables, v => v.Name.EndsWith("_URI", StringComparison.Ordinal));
        Assert.Equal(["CACHE_URI", "ORDERS_URI"], web.Dropped.Select(d => d.Name).Order());
        Assert.Contains("'db-password' percent-encoded", web.Dropped.Single(d => d.Name == "ORDERS_URI").Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_no_secret_is_percent_encoded()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("web")
            .WithEnvironment("URI", ReferenceExpression.Create($"amqp://{b.AddParameter("user", "a/b", publishValueAsDefault: true):uri}@x")));

        Assert.Equal("amqp://a%2Fb@x", context.Workload("web").Variable("URI").Value);
    }

    [Fact]
    public async Task A_secret_in_an_argument_is_a_variable_too()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddContainer("tool", "tool", "1").WithArgs("--key", b.AddUntouchable("api-key").Resource));

        Assert.Equal(["--key", "$(API_KEY)"], context.Workload("tool").Arguments);
        Assert.Equal("api-key", context.Workload("tool").Variable("API_KEY").SecretKey);
    }

    private static void AddDataTier(IDistributedApplicationBuilder builder)
    {
        var database = builder.AddPostgres("db", password: builder.AddUntouchable("db-password")).WithDataVolume("db-data").AddDatabase("orders");
        builder.CreateResourceBuilder(database.Resource.Parent).WithStorage(s => s.Size("1Gi"));
        var cache = builder.AddRedis("cache", password: builder.AddUntouchable("cache-password"));
        builder.AddTestProject("web").WithReference(database).WithReference(cache);
    }

    private static void AssertPrecedes(WorkloadModel workload, string earlier, string later)
    {
        var names = workload.Variables.Select(v => v.Name).ToList();
        Assert.InRange(names.IndexOf(earlier), 0, names.IndexOf(later) - 1);
    }
}
