using System.Text;

namespace VoiceAssist.Hosting.Tests.Orchestration;

/// <summary>As much of Go's text templates as DCP's texts use: literal strings, and a function that becomes <c>&lt;argument&gt;</c>.</summary>
internal static class GoTemplate
{
    private const string Function = "portForServing ";

    public static string Evaluate(string template)
    {
        var text = new StringBuilder();
        var position = 0;
        while (template.IndexOf("{{", position, StringComparison.Ordinal) is >= 0 and var open)
        {
            text.Append(template, position, open - position);
            var action = open + 2;
            var isCall = string.CompareOrdinal(template, action, Function, 0, Function.Length) == 0;
            var quote = isCall ? action + Function.Length : action;
            if (quote >= template.Length || template[quote] != '"')
            {
                throw new FormatException($"Unexpected text in an action at {open}: {template}");
            }

            var end = template.IndexOf('"', quote + 1);
            if (end < 0 || string.CompareOrdinal(template, end + 1, "}}", 0, 2) != 0)
            {
                throw new FormatException($"The action at {open} does not end: {template}");
            }

            var value = template[(quote + 1)..end];
            text.Append(isCall ? $"<{value}>" : value);
            position = end + 3;
        }

        return text.Append(template, position, template.Length - position).ToString();
    }
}
