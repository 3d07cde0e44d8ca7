using CsCheck;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>What happens in one moment of the simulation, and how much time passes then.</summary>
/// <param name="What">What happens.</param>
/// <param name="Who">Which worker, job or number of jobs it concerns; taken modulo what there is.</param>
/// <param name="Seconds">How long nothing else happens afterwards.</param>
internal sealed record Step(Happening What, int Who, int Seconds)
{
    /// <summary>An hour in steps of up to half a minute; what is ordinary happens more often than what is not.</summary>
    public static readonly Gen<Step[]> Hour =
        from steps in Gen.Select(
            Gen.Frequency(
                (8, Gen.Const(Happening.Submit)), (2, Gen.Const(Happening.SubmitDelayed)),
                (8, Gen.Const(Happening.Succeed)), (4, Gen.Const(Happening.Fail)), (2, Gen.Const(Happening.FailForGood)),
                (2, Gen.Const(Happening.Cancel)), (1, Gen.Const(Happening.Replay)), (1, Gen.Const(Happening.Restart)),
                (2, Gen.Const(Happening.CutOff)), (2, Gen.Const(Happening.Reconnect)), (1, Gen.Const(Happening.DieWhileTaking)),
                (1, Gen.Const(Happening.RedisEmptied))),
            Gen.Int[0, 1_000],
            Gen.Int[0, 30],
            (what, who, seconds) => new Step(what, who, seconds)).Array[240]
        select steps;
}
