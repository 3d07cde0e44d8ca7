using System.Text;
using System.Text.RegularExpressions;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>Text that DCP evaluates as a template: what the model wrote must arrive literally, the ports and names that only DCP knows must not.</summary>
internal static partial class DcpText
{
    /// <summary>Stands in a resolved value for the port on which the program must listen.</summary>
    public static string TargetPort(string serviceName) => DcpTemplate.PortForServing(serviceName);

    public static string Escape(string resolved)
    {
        var text = new StringBuilder();
        var end = 0;
        foreach (Match template in Template().Matches(resolved))
        {
            text.Append(DcpTemplate.Escape(resolved[end..template.Index])).Append(template.Value);
            end = template.Index + template.Length;
        }

        return text.Append(DcpTemplate.Escape(resolved[end..])).ToString();
    }

    [GeneratedRegex("""\{\{(portForServing "[a-zA-Z0-9-]+"|- index \.Annotations "[a-z-]+" -)\}\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Template();
}
