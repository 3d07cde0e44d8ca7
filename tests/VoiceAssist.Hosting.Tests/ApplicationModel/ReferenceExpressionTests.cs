using Aspire.Hosting.ApplicationModel;
using CsCheck;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class ReferenceExpressionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_stands_where_the_placeholder_stood()
    {
        var expression = ReferenceExpression.Create($"a={App.Parameter("a", "1")};b={App.Parameter("b", "2")};");
        Assert.Equal("a=1;b=2;", await expression.GetValueAsync(Cancellation));
        Assert.Equal("a={a.value};b={b.value};", expression.ValueExpression);
        Assert.Equal("a={0};b={1};", expression.Format);
        Assert.Equal(["{a.value}", "{b.value}"], expression.ManifestExpressions);
    }

    [Fact]
    public async Task Braces_in_a_value_stay_as_they_are() =>
        Assert.Equal("p={0}{{x", await ReferenceExpression.Create($"p={App.Parameter("p", "{0}{{x")}").GetValueAsync(Cancellation));

    [Fact]
    public void Text_of_any_kind_comes_out_literally_but_for_doubled_braces() => Gen.String[Gen.Char["ab{}é "], 0, 20].Sample(text =>
    {
        // Aspire takes a doubled brace for one that somebody has escaped already.
        var expected = text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
        var expression = ReferenceExpression.Create($"<{text}>");
        Assert.Equal($"<{expected}>", expression.GetValueAsync(Cancellation).AsTask().Result);
        Assert.Equal($"<{expected}>", expression.ValueExpression);
    });

    [Theory]
    [InlineData("uri")]
    [InlineData("URI")]
    public async Task The_format_uri_encodes_a_value(string format)
    {
        var builder = new ReferenceExpressionBuilder();
        builder.AppendFormatted(App.Parameter("p", "a b/ü@:"), format);
        var expression = builder.Build();
        Assert.Equal("a%20b%2F%C3%BC%40%3A", await expression.GetValueAsync(Cancellation));
        Assert.Equal([format], expression.StringFormats);
    }

    [Fact]
    public async Task Another_format_is_refused_with_the_one_that_is_allowed()
    {
        var expression = ReferenceExpression.Create($"{App.Parameter("p", "x"):upper}");
        var error = await Assert.ThrowsAsync<FormatException>(() => expression.GetValueAsync(Cancellation).AsTask());
        Assert.Equal("The format 'upper' is not supported in a reference expression. Allowed: 'uri' (percent-encoding).", error.Message);
    }

    [Fact]
    public async Task The_empty_expression_has_no_value()
    {
        Assert.Null(await ReferenceExpression.Empty.GetValueAsync(Cancellation));
        Assert.Equal("", ReferenceExpression.Empty.ValueExpression);
    }

    [Theory]
    [InlineData("True", "yes")]
    [InlineData("true", "yes")]
    [InlineData("False", "no")]
    [InlineData("", "no")]
    public async Task A_conditional_takes_the_branch_that_its_condition_chooses(string value, string expected)
    {
        var conditional = ReferenceExpression.CreateConditional(
            App.Parameter("tls", value), "True", ReferenceExpression.Create($"yes"), ReferenceExpression.Create($"no"));
        Assert.True(conditional.IsConditional);
        Assert.Equal($"[{expected}]", await ReferenceExpression.Create($"[{conditional}]").GetValueAsync(Cancellation));
    }

    [Fact]
    public void A_conditional_refers_to_its_condition_and_to_what_its_branches_refer_to()
    {
        var (condition, yes, no) = (App.Parameter("tls", ""), App.Parameter("yes", ""), App.Parameter("no", ""));
        var conditional = ReferenceExpression.CreateConditional(condition, "x", ReferenceExpression.Create($"{yes}"), ReferenceExpression.Create($"{no}"));
        Assert.Equal([condition, yes, no], ((IValueWithReferences)conditional).References);
        Assert.Equal([yes, no], conditional.ValueProviders);
    }

    [Theory]
    [InlineData("redis", "cond-redis-bindings-tcp-tlsenabled-d148d83a")]
    [InlineData("cache2", "cond-cache2-bindings-tcp-tlsenabled-de1740d0")]
    public void A_conditional_has_the_name_that_Aspire_gives_it(string redis, string expected)
    {
        var endpoint = new EndpointReference(new ContainerResource(redis), "tcp");
        var conditional = endpoint.GetTlsValue(ReferenceExpression.Create($",ssl=true"), ReferenceExpression.Empty);
        Assert.Equal($"{{{expected}.connectionString}}", conditional.ValueExpression);
    }

    [Fact]
    public void A_condition_that_no_manifest_can_express_is_named_after_its_hash()
    {
        var conditional = ReferenceExpression.CreateConditional(new Silent(), "x", ReferenceExpression.Empty, ReferenceExpression.Empty);
        Assert.Matches(@"^\{cond-expr-[0-9a-f]{8}\.connectionString\}$", conditional.ValueExpression);
    }

    [Fact]
    public async Task A_builder_appends_text_values_and_other_expressions()
    {
        var builder = new ReferenceExpressionBuilder();
        Assert.True(builder.IsEmpty);
        builder.AppendLiteral("x=");
        builder.Append($"{App.Parameter("a", "1")},{"text"}");
        builder.AppendFormatted(ReferenceExpression.Create($"[{App.Parameter("b", "2")}]"));
        Assert.False(builder.IsEmpty);
        var expression = builder.Build();
        Assert.Equal("x=1,text[2]", await expression.GetValueAsync(Cancellation));
        Assert.Equal("x={a.value},text[{b.value}]", expression.ValueExpression);
    }

    private sealed class Silent : IValueProvider
    {
        public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new((string?)null);
    }
}
