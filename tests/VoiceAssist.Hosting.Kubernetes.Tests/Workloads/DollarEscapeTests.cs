using System.Text;
using CsCheck;
using VoiceAssist.Hosting.Kubernetes.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class DollarEscapeTests
{
    private static readonly Gen<string> Texts = Gen.Char["$()a{}X "].Array[0, 12].Select(c => new string(c));

    [Fact]
    public void What_kubernetes_expands_is_the_text_again() =>
        Texts.Sample(text => Assert.Equal(text, Expand(DollarEscape.Escape(text))));

    [Fact]
    public void A_reference_behind_any_text_stays_one() =>
        Texts.Sample(text => Assert.Equal(text + "<X>", Expand(DollarEscape.Escape(text, isFollowed: true) + "$(X)")));

    [Fact]
    public void A_shells_variable_stays_readable() => Assert.Equal("redis-server --requirepass $REDIS_PASSWORD", DollarEscape.Escape("redis-server --requirepass $REDIS_PASSWORD"));

    /// <summary>Kubernetes' rule: two dollar signs are one, <c>$(NAME)</c> is the variable, an unclosed one and any other stay.</summary>
    private static string Expand(string text)
    {
        var expanded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                expanded.Append(text[i]);
            }
            else if (text[i + 1] == '$')
            {
                expanded.Append('$');
                i++;
            }
            else if (text[i + 1] == '(' && text.IndexOf(')', i) is > 0 and var end)
            {
                expanded.Append('<').Append(text, i + 2, end - i - 2).Append('>');
                i = end;
            }
            else
            {
                expanded.Append(text[i]).Append(text[i + 1]);
                i++;
            }
        }

        return expanded.ToString();
    }
}
