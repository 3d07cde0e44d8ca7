using System.Text.RegularExpressions;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Images;

/// <summary>Tells secrets from other text, by the name of what holds them and by their form.</summary>
internal static partial class SecretText
{
    private static readonly HashSet<string> SecretWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "pwd", "pass", "requirepass", "masterauth", "passphrase", "secret", "secrets", "token", "apikey", "accesskey", "privatekey", "secretkey", "credential", "credentials",
    };

    // Names that run words together: dbpassword, clientsecret.
    private static readonly string[] Endings = ["password", "passwd", "secret", "token"];

    // "KEY" alone is as often a partition or a Redis key.
    private static readonly HashSet<string> SecretKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "access", "private", "secret", "encryption", "signing", "auth", "master", "shared", "account", "license", "service", "admin",
    };

    private static readonly HashSet<string> Switches = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "0", "1", "none", "disabled", "enabled" };

    /// <summary>Why a named value is a secret, without showing it; null: it is not.</summary>
    public static string? Reason(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || Switches.Contains(value))
        {
            return null;
        }

        return ReasonOf(value) ?? (IsSecretName(name) && !IsReference(value) ? "its name says that it is a secret" : null);
    }

    /// <summary>Why a text is or holds a secret, whatever it is called.</summary>
    public static string? ReasonOf(string value) =>
        PrivateKey().IsMatch(value) ? "it holds a private key"
        : ConnectionPassword().Matches(value).Any(m => !IsReference(m.Groups["secret"].Value)) ? "it holds a password of a connection string"
        : UserInfo().Matches(value).Any(m => !IsReference(m.Groups["secret"].Value)) ? "it is a URL with a password"
        : null;

    private static bool IsSecretName(string name)
    {
        var words = Words().Matches(name).Select(m => m.Value).ToArray();
        return words.Length > 0
            && (SecretWords.Contains(words[^1])
                || Endings.Any(e => words[^1].EndsWith(e, StringComparison.OrdinalIgnoreCase))
                || (words[^1].Equals("key", StringComparison.OrdinalIgnoreCase) && words.Length > 1 && SecretKeys.Contains(words[^2])));
    }

    /// <summary>Whether a value only names where the secret is: <c>$(NAME)</c>, <c>${NAME}</c>, <c>{name}</c>.</summary>
    private static bool IsReference(string value) => References().Replace(value, "").Trim('"', '\'', ' ', ':', '@', '/').Length == 0;

    [GeneratedRegex(@"\$\([^)]*\)|\$\{[^}]*\}|\$[A-Za-z_][A-Za-z0-9_]*|\{[^}]*\}")]
    private static partial Regex References();

    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?:^|[;,\s""'])(?:password|pwd|accountkey|sharedaccesskey|secretkey)\s*=\s*(?<secret>[^;,\s""']+)", RegexOptions.IgnoreCase)]
    private static partial Regex ConnectionPassword();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]*://[^\s/@:]*:(?<secret>[^\s/@]+)@", RegexOptions.IgnoreCase)]
    private static partial Regex UserInfo();
}
