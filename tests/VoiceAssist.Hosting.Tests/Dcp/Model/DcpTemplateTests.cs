using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Model;

public sealed class DcpTemplateTests
{
    [Fact]
    public void Functions_name_their_service()
    {
        Assert.Equal("""{{portForServing "web-http"}}""", DcpTemplate.PortForServing("web-http"));
        Assert.Equal("""{{addressForServing "web"}}""", DcpTemplate.AddressForServing("web"));
        Assert.Equal("""{{portFor "web"}}""", DcpTemplate.PortFor("web"));
        Assert.Equal("""{{addressFor "web"}}""", DcpTemplate.AddressFor("web"));
        Assert.Equal("""{{index .Annotations "otel-service-name"}}""", DcpTemplate.Annotation("otel-service-name"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain } text", "plain } text")]
    [InlineData("one { brace", "one { brace")]
    [InlineData("}} closing", "}} closing")]
    [InlineData("{{ .Name }}", """{{"{{"}} .Name }}""")]
    [InlineData("{{{", """{{"{{"}}{{"{"}}""")]
    [InlineData("ends with {", """ends with {{"{"}}""")]
    public void Literal_text_is_escaped(string literal, string expected) => Assert.Equal(expected, DcpTemplate.Escape(literal));

    [Theory]
    [InlineData("")]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    public void A_name_that_would_break_out_of_its_quotes_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => DcpTemplate.PortFor(name));
}
