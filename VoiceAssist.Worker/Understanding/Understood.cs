namespace VoiceAssist.Worker.Understanding;

/// <summary>What a command means.</summary>
/// <param name="Intent">What was asked, for example <c>timer.set</c>.</param>
/// <param name="Slots">The particulars by name.</param>
/// <param name="Answer">What the assistant says.</param>
internal sealed record Understood(string Intent, IReadOnlyDictionary<string, string> Slots, string Answer)
{
    public const string UnknownIntent = "unknown";

    public static readonly Understood Nothing = Of(UnknownIntent, "Sorry, I did not understand that.");

    /// <summary>Nothing was said, or nothing that is a command.</summary>
    public static readonly Understood Silence = Of(UnknownIntent, "Sorry, I did not hear a command.");

    /// <summary>A slot whose value is null was not mentioned and is left out.</summary>
    public static Understood Of(string intent, string answer, params ReadOnlySpan<(string Name, string? Value)> slots)
    {
        var mentioned = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in slots)
        {
            if (value is not null)
            {
                mentioned.Add(name, value);
            }
        }

        return new Understood(intent, mentioned, answer);
    }
}
