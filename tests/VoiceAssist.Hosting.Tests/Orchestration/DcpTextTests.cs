using Aspire.Hosting.Orchestration;
using CsCheck;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class DcpTextTests
{
    /// <summary>What templates are made of.</summary>
    private static readonly string[] Pieces = ["{", "{{", "}", "}}", "\"", "-", " ", "a", "portForServing", "{{.", "{{- ", "\\", "é"];

    private static readonly Gen<string> Literal = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Whatever_the_model_says_reaches_the_program_literally() =>
        Literal.Sample(text => Assert.Equal(text, GoTemplate.Evaluate(DcpText.Escape(text))));

    [Fact]
    public void A_port_that_only_DCP_knows_is_put_in_between_literal_text() =>
        Gen.Select(Literal, Literal).Sample((before, after) =>
            Assert.Equal($"{before}<web-http>{after}", GoTemplate.Evaluate(DcpText.Escape(before + DcpText.TargetPort("web-http") + after))));

    [Fact]
    public void Text_without_braces_is_not_touched() => Assert.Equal("a {b} \"c\"", DcpText.Escape("a {b} \"c\""));

    [Fact]
    public void An_annotation_of_the_instance_is_put_in() =>
        Assert.Equal("""{{- index .Annotations "otel-service-name" -}}""", DcpText.Escape("""{{- index .Annotations "otel-service-name" -}}"""));
}
