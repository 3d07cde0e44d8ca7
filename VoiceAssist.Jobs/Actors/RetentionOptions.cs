namespace VoiceAssist.Jobs.Actors;

/// <summary>How long what has ended is kept. Each property can be set under <c>Retention</c> in the configuration.</summary>
public sealed class RetentionOptions
{
    internal const string Section = "Retention";

    /// <summary>Jobs that succeeded or were cancelled, with everything that belongs to them.</summary>
    /// <value>7 days.</value>
    public TimeSpan Jobs { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Jobs that failed, so that somebody can look into them and replay them.</summary>
    /// <value>30 days.</value>
    public TimeSpan DeadLetters { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Files of ended jobs other than dead letters, which need them for a replay: what was said is nobody's business for longer than needed.</summary>
    /// <value>1 day.</value>
    public TimeSpan Files { get; set; } = TimeSpan.FromDays(1);
}
