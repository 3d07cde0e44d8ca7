using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aspire.Hosting.Dcp;

/// <summary>What DCP writes into its kubeconfig: one server, the authority of its certificate, one token.</summary>
/// <param name="Server">Where the API server listens.</param>
/// <param name="Authorities">PEM.</param>
/// <param name="Token">For the header Authorization: Bearer.</param>
internal sealed record Kubeconfig(Uri Server, string Authorities, string Token)
{
    private const string ServerKey = "server:";
    private const string AuthorityKey = "certificate-authority-data:";
    private const string TokenKey = "token:";

    /// <summary>
    /// Reads the one shape that DCP writes, key by key: each key occurs once, its value is a plain scalar on the same line. False
    /// for text that is not complete yet, which a file still being written may well be.
    /// </summary>
    /// <remarks>
    /// <code>
    /// clusters:
    /// - cluster:
    ///     certificate-authority-data: LS0tLS1CRUdJTi...
    ///     server: https://127.0.0.1:34437
    ///   name: apiserver_cluster
    /// users:
    /// - name: apiserver_user
    ///   user:
    ///     token: ejskartdawlmvzmhuplqiljcgmodzhyg
    /// </code>
    /// </remarks>
    public static bool TryParse(string text, [NotNullWhen(true)] out Kubeconfig? kubeconfig)
    {
        kubeconfig = null;
        if (!TryFind(text, ServerKey, out var server)
            || !TryFind(text, AuthorityKey, out var authority)
            || !TryFind(text, TokenKey, out var token)
            || !Uri.TryCreate(server, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttps
            || !TryDecode(authority, out var pem))
        {
            return false;
        }

        kubeconfig = new Kubeconfig(uri, pem, token);
        return true;
    }

    /// <summary>The certificates to trust, and no others; the caller disposes of them.</summary>
    public X509Certificate2Collection ReadAuthorities()
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(Authorities);
        return certificates;
    }

    /// <summary>Leaves out the token, so that no log can hold it.</summary>
    public override string ToString() => $"kubeconfig of {Server}";

    private static bool TryFind(string text, string key, out string value)
    {
        // The last piece has no line feed: it may be cut off in the middle of the value.
        value = text.Split('\n')[..^1]
            .Select(line => line.Trim())
            .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..]
            .Trim().Trim('"') ?? "";
        return value.Length > 0;
    }

    private static bool TryDecode(string base64, out string pem)
    {
        pem = "";
        try
        {
            pem = Encoding.ASCII.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return false;
        }

        return PemEncoding.TryFind(pem, out var fields) && pem[fields.Label] == "CERTIFICATE";
    }
}
