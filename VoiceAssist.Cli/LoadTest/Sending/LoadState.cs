namespace VoiceAssist.Cli.LoadTest.Sending;

/// <summary>How far the sending of a load is.</summary>
internal enum LoadState
{
    /// <summary>The gateway takes jobs; the first request is due soon.</summary>
    Ready,

    /// <summary>Requests are sent.</summary>
    Running,

    /// <summary>Nothing more is sent, and nothing is under way.</summary>
    Done,
}
