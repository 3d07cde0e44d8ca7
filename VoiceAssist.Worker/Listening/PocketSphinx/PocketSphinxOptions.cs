using System.ComponentModel.DataAnnotations;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>Section <c>Speech:PocketSphinx</c>.</summary>
internal sealed class PocketSphinxOptions
{
    /// <value><c>/usr/share/pocketsphinx/model/en-us</c>, where Debian's package puts it.</value>
    [Required]
    public string ModelFolder { get; set; } = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>Decoders for commands, which is how many are recognised at a time; about 10 MB each.</summary>
    /// <value>As many as there are processors, 4 at most.</value>
    [Range(1, 64)]
    public int CommandDecoders { get; set; } = Math.Min(Environment.ProcessorCount, 4);

    /// <summary>Decoders for free speech; about 120 MB each. 0 leaves dictation out.</summary>
    /// <value>1.</value>
    [Range(0, 16)]
    public int DictationDecoders { get; set; } = 1;

    /// <summary>
    /// How much worse than a mere row of phones a command may fit, in units of the score per hundredth of a second.
    /// Beyond it, something else was said: the transcript is empty.
    /// </summary>
    /// <value>12: clear speech has -22 to 9, most other sentences have 15 to 40.</value>
    [Range(-100, 1_000)]
    public double MaxMisfit { get; set; } = 12;
}
