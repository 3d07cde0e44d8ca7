using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using VoiceAssist.Worker.Listening.OpenAi;
using VoiceAssist.Worker.Listening.Phrases;
using VoiceAssist.Worker.Listening.PocketSphinx;
using VoiceAssist.Worker.Speaking;

namespace VoiceAssist.Worker.Listening;

/// <summary>Section <c>Speech</c> of the configuration.</summary>
internal sealed class SpeechOptions
{
    public const string Section = "Speech";

    /// <summary>One of <see cref="SpeechEngines"/>.</summary>
    /// <value><c>auto</c>.</value>
    [AllowedValues(SpeechEngines.Auto, SpeechEngines.PocketSphinx, SpeechEngines.OpenAi, SpeechEngines.None)]
    public string Engine { get; set; } = SpeechEngines.Auto;

    [ValidateObjectMembers]
    public PocketSphinxOptions PocketSphinx { get; set; } = new();

    [ValidateObjectMembers]
    public OpenAiOptions OpenAi { get; set; } = new();

    [ValidateObjectMembers]
    public SpeakingOptions Speaking { get; set; } = new();

    public Vocabulary Vocabulary { get; set; } = new();
}
