namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>In which forms a text can be written; libyaml's analysis (<c>yaml_emitter_analyze_scalar</c>).</summary>
/// <param name="Plain">Without quotes.</param>
/// <param name="Single">In single quotes.</param>
/// <param name="Block">As a literal block.</param>
internal readonly record struct TextForms(bool Plain, bool Single, bool Block)
{
    private const string NeverFirst = "#,[]{}&*!|>'\"%@`";

    public static TextForms Of(string text)
    {
        if (text.Length == 0)
        {
            return new(Plain: true, Single: true, Block: false);
        }

        var indicators = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal);
        bool special = false, lineBreaks = false, breakSpace = false, spaceBreak = false, previousSpace = false, previousBreak = false;
        var afterBlank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var beforeBlank = i + 1 == text.Length || text[i + 1] is ' ' or '\t' or '\n' or '\r';
            indicators |= c switch
            {
                '?' or '-' => i == 0 && beforeBlank,
                ':' => beforeBlank,
                '#' => afterBlank,
                _ => i == 0 && NeverFirst.Contains(c, StringComparison.Ordinal),
            };
            special |= !IsPrintable(c);
            breakSpace |= c == ' ' && previousBreak;
            spaceBreak |= IsBreak(c) && previousSpace;
            lineBreaks |= IsBreak(c);
            (previousSpace, previousBreak) = (c == ' ', IsBreak(c));
            afterBlank = c is ' ' or '\t' || IsBreak(c);
        }

        var edges = IsSpaceOrBreak(text[0]) || IsSpaceOrBreak(text[^1]);
        return new(
            Plain: !(indicators || special || lineBreaks || edges || breakSpace || spaceBreak),
            Single: !(special || breakSpace || spaceBreak),
            Block: !(special || spaceBreak || text[^1] == ' '));
    }

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a character may stand unescaped; go-yaml escapes everything beyond the basic plane.</summary>
    public static bool IsPrintable(char c) =>
        c is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and <= '\uFFFD' and not '\uFEFF');

    private static bool IsSpaceOrBreak(char c) => c == ' ' || IsBreak(c);
}
