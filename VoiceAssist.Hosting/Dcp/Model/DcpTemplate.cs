namespace Aspire.Hosting.Dcp.Model;

/// <summary>
/// The Go templates that DCP evaluates in <c>env[].value</c> and <c>args[]</c> when it starts a workload. None of them trims
/// white space around it, so they can stand anywhere in a longer text.
/// </summary>
internal static class DcpTemplate
{
    private const string LiteralBraces = """{{"{{"}}""";
    private const string LiteralBrace = """{{"{"}}""";

    /// <summary>The port on which the workload itself has to listen for a service that it produces.</summary>
    public static string PortForServing(string serviceName) => Call("portForServing", serviceName);

    /// <summary>The address on which the workload itself has to listen for a service that it produces.</summary>
    public static string AddressForServing(string serviceName) => Call("addressForServing", serviceName);

    /// <summary>The port on which clients reach a service. The workload is held back until the service has an address.</summary>
    public static string PortFor(string serviceName) => Call("portFor", serviceName);

    /// <summary>The address at which clients reach a service. The workload is held back until the service has an address.</summary>
    public static string AddressFor(string serviceName) => Call("addressFor", serviceName);

    /// <summary>An annotation of the workload's own object.</summary>
    public static string Annotation(string key) => $$$"""{{index .Annotations "{{{Checked(key)}}}"}}""";

    /// <summary>
    /// Makes text reach the workload as it is. Without it DCP would evaluate what happens to look like a template and would copy
    /// what looks like a broken one, a password perhaps, into its log.
    /// </summary>
    public static string Escape(string literal)
    {
        var escaped = literal.Replace("{{", LiteralBraces, StringComparison.Ordinal);
        // A template may follow in the same text, and its braces would join a single one at the end.
        return escaped.EndsWith('{') ? escaped[..^1] + LiteralBrace : escaped;
    }

    private static string Call(string function, string argument) => $$$"""{{{{{function}}} "{{{Checked(argument)}}}"}}""";

    private static string Checked(string name) =>
        name.Length > 0 && name.AsSpan().IndexOfAny('"', '\\', '\n') < 0
            ? name
            : throw new ArgumentException($"'{name}' cannot be named in a DCP template: quotes, backslashes and line breaks are not allowed.", nameof(name));
}
