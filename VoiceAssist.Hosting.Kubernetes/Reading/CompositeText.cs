using System.Globalization;
using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>Takes an expression's composite format (<c>Host={0};Port={1}</c>) apart into texts and the numbers of holes.</summary>
internal static class CompositeText
{
    public static IEnumerable<(string? Text, int Hole)> Split(string format)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is '{' or '}' && i + 1 < format.Length && format[i + 1] == format[i])
            {
                text.Append(format[i++]);
            }
            else if (format[i] == '{')
            {
                var end = format.IndexOf('}', i);
                yield return (text.ToString(), -1);
                text.Clear();
                yield return (null, int.Parse(format.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture));
                i = end;
            }
            else
            {
                text.Append(format[i]);
            }
        }

        yield return (text.ToString(), -1);
    }
}
