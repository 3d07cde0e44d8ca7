using System.Security.Cryptography;
using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>The suffix that Kustomize gives the name of a generated ConfigMap (<c>api/hasher</c>): a changed value is a new name, so the pods that read it are replaced.</summary>
internal static class ConfigMapHash
{
    private const int Length = 10;

    /// <summary>The suffix for a ConfigMap with this data.</summary>
    /// <remarks>
    /// The SHA-256 of the data as compact JSON with sorted keys and an empty name (the hasher looks its name up by a path that finds nothing),
    /// its first ten hexadecimal digits spelled so that no vowel can form a word.
    /// </remarks>
    public static string Of(IReadOnlyDictionary<string, string> data)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoded(data)));
        return string.Create(Length, hash, static (to, from) =>
        {
            for (var i = 0; i < Length; i++)
            {
                to[i] = from[i] switch { '0' => 'g', '1' => 'h', '3' => 'k', 'a' => 'm', 'e' => 't', var c => c };
            }
        });
    }

    private static byte[] Encoded(IReadOnlyDictionary<string, string> data)
    {
        var json = new StringBuilder("{\"data\":");
        if (data.Count == 0)
        {
            json.Append("\"\"");
        }
        else
        {
            json.Append('{').AppendJoin(',', data.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{Text(e.Key)}:{Text(e.Value)}")).Append('}');
        }

        return Encoding.UTF8.GetBytes(json.Append(",\"kind\":\"ConfigMap\",\"name\":\"\"}").ToString());
    }

    // As Go's encoding/json: everything literal but control characters, quotes, backslashes, and what HTML or JavaScript would take for its own.
    private static string Text(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => text.Append($"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }
}
