using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>
/// Text that Kubernetes leaves as it is when it expands <c>$(NAME)</c> in values, commands and arguments. It reads <c>$$</c> as one dollar
/// sign wherever that stands, so those are doubled as well; <c>$NAME</c>, a shell's variable, means nothing to it.
/// (Source: k8s.io/kubernetes, third_party/forked/golang/expansion.)
/// </summary>
internal static class DollarEscape
{
    /// <param name="text">The text.</param>
    /// <param name="isFollowed">Whether a reference follows, which a dollar sign at the end of the text would undo.</param>
    public static string Escape(string text, bool isFollowed = false)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            var opens = text[i] == '$' && (i + 1 < text.Length ? text[i + 1] is '$' or '(' : isFollowed);
            escaped.Append(opens ? "$$" : text[i].ToString());
        }

        return escaped.ToString();
    }
}
