namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>What can happen to the queue from outside; the actors do the rest.</summary>
internal enum Happening
{
    Submit,
    SubmitDelayed,

    /// <summary>A run ends; which one, and with what, the simulation says.</summary>
    Succeed,
    Fail,
    FailForGood,
    Cancel,
    Replay,

    /// <summary>A worker is stopped, hands back what it has, and another one takes its place.</summary>
    Restart,

    /// <summary>A worker is cut off from everything; its runs go on.</summary>
    CutOff,

    /// <summary>A worker that was cut off is back, and what has ended meanwhile wants to be closed after all.</summary>
    Reconnect,

    /// <summary>A worker takes jobs out of Redis and dies before it has claimed them.</summary>
    DieWhileTaking,

    RedisEmptied,
}
