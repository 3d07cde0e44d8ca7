using System.ComponentModel.DataAnnotations;

namespace VoiceAssist.Worker.Speaking;

/// <summary>Section <c>Speech:Speaking</c>.</summary>
internal sealed class SpeakingOptions
{
    public const string Auto = "auto";
    public const string Espeak = "espeak-ng";
    public const string Flite = "flite";
    public const string None = "none";

    /// <summary><c>auto</c> takes espeak-ng when it is on the PATH, else flite.</summary>
    /// <value><c>auto</c>.</value>
    [AllowedValues(Auto, Espeak, Flite, None)]
    public string Engine { get; set; } = Auto;

    /// <summary>One of the engine's voices: <c>espeak-ng --voices</c>, <c>flite -lv</c>.</summary>
    /// <value>en-us for espeak-ng, slt for flite.</value>
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9_+-]{0,40}")]
    public string? Voice { get; set; }

    /// <summary>How long the program may take for one answer before it is killed.</summary>
    /// <value>10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);
}
