using System.Globalization;
using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>
/// Writes a text in the form go-yaml would choose: a literal block if it has several lines, without quotes if it stays a text, in quotes
/// otherwise; folded at the first space beyond the width as libyaml does it.
/// </summary>
/// <param name="to">Where to.</param>
/// <param name="style">Where lines are folded, and how cautiously texts are quoted.</param>
internal sealed class TextWriting(StringBuilder to, YamlStyle style)
{
    private int _column;

    /// <summary>Writes a key; keys are never folded nor blocks.</summary>
    public void Key(string text) => Write(text, indent: 0, isKey: true);

    /// <summary>Writes a value; further lines of it start at an indent.</summary>
    public void Value(string text, int indent) => Write(text, indent, isKey: false);

    private void Write(string text, int indent, bool isKey)
    {
        _column = isKey || style.Width == int.MaxValue ? 0 : to.Length - LineStart();
        var fold = isKey || style.Width == int.MaxValue ? -1 : indent;
        var forms = TextForms.Of(text);
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            if (forms.Block && !isKey)
            {
                Block(text, indent);
                return;
            }

            Double(text, fold);
        }
        else if (isKey && !text.All(IsOrdinary))
        {
            // No Kubernetes key has other characters, and readers differ in what they take for a plain one.
            Double(text, fold);
        }
        else if (!PlainText.IsSafe(text) || (style.IsCautious && PlainText.IsDoubtful(text)))
        {
            Double(text, fold);
        }
        else if (forms.Plain)
        {
            Folded(text, fold, quoted: false);
        }
        else if (forms.Single)
        {
            Folded(text, fold, quoted: true);
        }
        else
        {
            Double(text, fold);
        }
    }

    private static bool IsOrdinary(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or '$';

    private void Block(string text, int indent)
    {
        to.Append('|');
        if (text[0] == ' ' || TextForms.IsBreak(text[0]))
        {
            to.Append('2');
        }

        if (text[^1] != '\n')
        {
            to.Append('-');
        }
        else if (text.Length == 1 || text[^2] == '\n')
        {
            to.Append('+');
        }

        var lines = text[^1] == '\n' ? text[..^1] : text;
        foreach (var line in lines.Split('\n'))
        {
            to.Append('\n');
            if (line.Length > 0)
            {
                to.Append(' ', indent).Append(line);
            }
        }
    }

    private void Folded(string text, int fold, bool quoted)
    {
        if (quoted)
        {
            Put('\'');
        }

        var afterSpace = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ')
            {
                var single = !afterSpace && i > 0 && i < text.Length - 1 && text[i + 1] != ' ';
                afterSpace = true;
                if (fold >= 0 && single && _column > style.Width)
                {
                    NewLine(fold);
                }
                else
                {
                    Put(c);
                }

                continue;
            }

            if (quoted && c == '\'')
            {
                Put('\'');
            }

            Put(c);
            afterSpace = false;
        }

        if (quoted)
        {
            Put('\'');
        }
    }

    private void Double(string text, int fold)
    {
        Put('"');
        var afterSpace = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ')
            {
                if (fold >= 0 && !afterSpace && _column > style.Width && i > 0 && i < text.Length - 1)
                {
                    NewLine(fold);
                    if (text[i + 1] == ' ')
                    {
                        Put('\\');
                    }
                }
                else
                {
                    Put(c);
                }

                afterSpace = true;
                continue;
            }

            afterSpace = false;
            if (c is '"' or '\\' || TextForms.IsBreak(c) || !TextForms.IsPrintable(c))
            {
                i += Escape(text, i);
            }
            else
            {
                Put(c);
            }
        }

        Put('"');
    }

    private int Escape(string text, int index)
    {
        var isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
        var code = isPair ? char.ConvertToUtf32(text, index) : text[index];
        var escape = code switch
        {
            0x00 => "\\0",
            0x07 => "\\a",
            0x08 => "\\b",
            0x09 => "\\t",
            0x0A => "\\n",
            0x0B => "\\v",
            0x0C => "\\f",
            0x0D => "\\r",
            0x1B => "\\e",
            '"' => "\\\"",
            '\\' => "\\\\",
            0x85 => "\\N",
            0x2028 => "\\L",
            0x2029 => "\\P",
            <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"\\x{code:X2}"),
            <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{code:X4}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"\\U{code:X8}"),
        };
        to.Append(escape);
        _column += escape.Length;
        return isPair ? 1 : 0;
    }

    private void NewLine(int indent)
    {
        to.Append('\n').Append(' ', indent);
        _column = indent;
    }

    private void Put(char c)
    {
        to.Append(c);
        _column++;
    }

    private int LineStart()
    {
        var start = to.Length;
        while (start > 0 && to[start - 1] != '\n')
        {
            start--;
        }

        return start;
    }
}
