namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>What can happen to the queue from outside; the actors do the rest.</summary>
internal enum Happening
{
    Submit,
    SubmitDelayed,
    Claim,
    Succeed,
    Fail,
    FailForGood,
    Cancel,
    Replay,

    /// <summary>A worker is stopped and says so.</summary>
    HandBack,

    /// <summary>A worker stops without a word; its runs may come back to life.</summary>
    Freeze,

    /// <summary>A run of a worker that was frozen wants to be closed after all.</summary>
    LateSuccess,

    /// <summary>A worker takes jobs out of Redis and dies before it has claimed them.</summary>
    DieWhileTaking,

    RedisEmptied,
}
