using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

public class ManifestReferencesTests
{
    [Fact]
    public async Task A_parameter_outside_the_model_follows_the_resources() =>
        Assert.Equal(["app", "token"], await NamesAsync(App().Env("X", Secret("token"))));

    [Fact]
    public async Task Parameters_outside_the_model_follow_in_the_order_of_their_first_use() => Assert.Equal(
        ["app", "b", "a"],
        await NamesAsync(App().Env("X", ReferenceExpression.Create($"{Secret("b")}-{Secret("a")}"))));

    [Fact]
    public async Task A_formatted_parameter_follows_its_parameter()
    {
        var token = Secret("token");
        var entries = await Manifest.EntriesAsync(token, App().Env("X", ReferenceExpression.Create($"u:{token:uri}")), App("last"));
        Assert.Equal(["token", "app", "last", "token-uri-encoded"], entries.Select(e => e.Key));
    }

    [Fact]
    public async Task A_formatted_parameter_whose_name_is_taken_is_numbered()
    {
        var token = Secret("token");
        var app = App().Env("X", ReferenceExpression.Create($"{token:uri}"));
        var entries = await Manifest.EntriesAsync(app, App("token-uri-encoded"));
        Assert.Equal(["app", "token-uri-encoded", "token", "token-uri-encoded-1"], entries.Select(e => e.Key));
        Assert.Equal("{token-uri-encoded-1.value}", (string?)entries["app"]!["env"]!["X"]);
    }

    [Fact]
    public async Task A_conditional_given_directly_is_a_reference_to_its_entry()
    {
        var app = App().Endpoint("web", "https", targetPort: 443);
        app.Env("SUFFIX", app.GetEndpoint("web").GetTlsValue(ReferenceExpression.Create($",ssl=true"), ReferenceExpression.Empty));
        var entries = await Manifest.EntriesAsync(app);
        var name = entries.Last().Key;
        Assert.StartsWith("cond-app-bindings-web-tlsenabled-", name, StringComparison.Ordinal);
        Assert.Equal($"{{{name}.connectionString}}", (string?)entries["app"]!["env"]!["SUFFIX"]);
        Assert.Equal(",ssl=true", (string?)entries[name]!["connectionString"]);
    }

    [Fact]
    public async Task A_branch_of_a_conditional_stays_an_expression()
    {
        var app = App().Endpoint("web", "https", targetPort: 443);
        app.Env("X", app.GetEndpoint("web").GetTlsValue(ReferenceExpression.Create($"key={Secret("token")}"), ReferenceExpression.Empty));
        var entries = await Manifest.EntriesAsync(app);
        Assert.Equal("key={token.value}", (string?)entries.Last().Value!["connectionString"]);
        Assert.Contains("token", entries.Select(e => e.Key));
    }

    [Fact]
    public async Task Connection_strings_that_refer_to_each_other_end()
    {
        var a = new CyclicConnection("a");
        var b = new CyclicConnection("b") { Other = a };
        a.Other = b;
        var entries = await Manifest.EntriesAsync(a, b);
        Assert.Equal("{b.connectionString}", (string?)entries["a"]!["connectionString"]);
    }

    [Fact]
    public async Task No_value_of_a_parameter_is_in_a_manifest()
    {
        var generated = Secret("generated");
        generated.Default = new GeneratedDefault(22);
        var app = App()
            .Env("PASSWORD", generated)
            .Env("URI", ReferenceExpression.Create($"redis://:{generated:uri}@host"))
            .Args(generated, ReferenceExpression.Create($"--token={Secret("token")}"))
            .Endpoint("web", "https", targetPort: 443);
        app.Env("TLS", app.GetEndpoint("web").GetTlsValue(ReferenceExpression.Create($"{generated}"), ReferenceExpression.Empty));

        // Both parameters fail when their value is asked for, so that a manifest at all is the proof.
        var text = await Manifest.WriteAsync(app, generated);

        Assert.Contains("\"minLength\": 22", text, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> NamesAsync(params IResource[] resources) => (await Manifest.EntriesAsync(resources)).Select(e => e.Key);

    private static ContainerResource App(string name = "app") => new ContainerResource(name).Image("x", "1");

    private static ParameterResource Secret(string name) =>
        new(name, static _ => throw new InvalidOperationException("A secret was asked for."), secret: true);

    private sealed class CyclicConnection(string name) : Resource(name), IResourceWithConnectionString
    {
        public CyclicConnection? Other { get; set; }

        public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Other!}");
    }
}
