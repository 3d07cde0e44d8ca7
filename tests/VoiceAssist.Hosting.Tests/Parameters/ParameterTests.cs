using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Publishing;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Parameters;

public class ParameterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--Parameters:api-key=x")]
    [InlineData("--Parameters:api_key=x")]
    public async Task A_value_is_read_from_the_configuration(string argument)
    {
        var key = App.ForRun(argument).AddParameter("api-key");
        Assert.Equal("x", await key.Resource.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task The_exact_key_wins_unless_it_is_empty()
    {
        var key = App.ForRun("--Parameters:api-key=a", "--Parameters:api_key=b").AddParameter("api-key");
        Assert.Equal("a", await key.Resource.GetValueAsync(Cancellation));
        key = App.ForRun("--Parameters:api-key=", "--Parameters:api_key=b").AddParameter("api-key");
        Assert.Equal("b", await key.Resource.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task A_missing_value_says_where_to_set_it()
    {
        var key = App.ForRun().AddParameter("api-key", secret: true);
        var error = await Assert.ThrowsAsync<MissingParameterValueException>(async () => await key.Resource.GetValueAsync(Cancellation));
        Assert.Equal(
            "The parameter 'api-key' has no value and no default. Set 'Parameters:api-key' in the app host's configuration: as an environment variable Parameters__api_key, a user secret, or --Parameters:api-key VALUE.",
            error.Message);
    }

    [Fact]
    public async Task A_value_in_the_model_is_not_looked_up()
    {
        var key = App.ForRun("--Parameters:key=configured").AddParameter("key", "fixed");
        Assert.Equal("fixed", await key.Resource.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task A_default_gives_way_to_the_configuration()
    {
        var rule = new GenerateParameterDefault { MinLength = 9 };
        Assert.Equal("x", await App.ForRun("--Parameters:key=x").AddParameter("key", rule).Resource.GetValueAsync(Cancellation));
        Assert.Equal(9, (await App.ForRun().AddParameter("key", rule).Resource.GetValueAsync(Cancellation))!.Length);
    }

    [Fact]
    public async Task A_value_is_drawn_once()
    {
        var key = App.ForRun().AddParameter("key", new GenerateParameterDefault { MinLength = 22 });
        Assert.Equal(await key.Resource.GetValueAsync(Cancellation), await key.Resource.GetValueAsync(Cancellation));
    }

    [Fact]
    public void A_secret_cannot_stand_in_the_manifest() =>
        Assert.Throws<ArgumentException>("secret", () => App.ForRun().AddParameter("key", "x", publishValueAsDefault: true, secret: true));

    [Fact]
    public async Task The_manifest_has_the_value_only_where_it_may_be_published()
    {
        var app = App.ForPublish();
        var entries = await Manifest.EntriesAsync(
            app.AddParameter("open", "x", publishValueAsDefault: true).Resource,
            app.AddParameter("closed", "x").Resource,
            app.AddParameter("drawn", new GenerateParameterDefault { MinLength = 22, Special = false, MinUpper = 2 }, secret: true, persist: true).Resource);
        Assert.Equal("""{"type":"parameter.v0","value":"{open.inputs.value}","inputs":{"value":{"type":"string","default":{"value":"x"}}}}""", entries["open"]!.ToJsonString());
        Assert.Equal("""{"type":"parameter.v0","value":"{closed.inputs.value}","inputs":{"value":{"type":"string"}}}""", entries["closed"]!.ToJsonString());
        Assert.Equal(
            """{"type":"parameter.v0","value":"{drawn.inputs.value}","inputs":{"value":{"type":"string","secret":true,"default":{"generate":{"minLength":22,"special":false,"minUpper":2}}}}}""",
            entries["drawn"]!.ToJsonString());
    }

    [Fact]
    public void A_composed_connection_string_refers_to_its_parts()
    {
        var app = App.ForRun();
        var (key, redis) = (app.AddParameter("key", "x"), app.AddRedis("redis"));
        var connection = app.AddConnectionString("both", ReferenceExpression.Create($"{redis};key={key}"));
        Assert.Equal("{redis.connectionString};key={key.value}", connection.Resource.ConnectionStringExpression.ValueExpression);
        Assert.Equal(
            [redis.Resource, key.Resource],
            connection.Resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => r.Resource));
    }
}
