using System.Globalization;

namespace VoiceAssist.QueueBench;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal static class Arguments
{
    public static string Text(string[] options, string name, string standard) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : standard;

    public static int Number(string[] options, string name, int standard) =>
        Number(Text(options, name, standard.ToString(CultureInfo.InvariantCulture)));

    /// <exception cref="ArgumentException">It is no whole number above 0.</exception>
    public static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new ArgumentException($"'{text}' must be a whole number above 0.");
}
