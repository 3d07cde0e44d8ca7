namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>How a request ended.</summary>
internal enum RequestOutcome
{
    /// <summary>Answered with a status from 200 to 299.</summary>
    Succeeded,

    /// <summary>Answered with another status.</summary>
    BadStatus,

    /// <summary>No connection.</summary>
    Refused,

    /// <summary>The connection broke before the answer was there.</summary>
    Broken,

    /// <summary>No answer within the time limit.</summary>
    TimedOut,

    /// <summary>Due, but not sent: too many were under way. In an open loop that is a failure of the server's, not a pause for it.</summary>
    NotSent,
}
