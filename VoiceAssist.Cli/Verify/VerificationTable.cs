using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Verify;

/// <summary>A verification as a table, a line for each check.</summary>
internal static class VerificationTable
{
    public static TextTable Of(Verification verification) => new(
        ["", "check", "of", "evidence"],
        [.. verification.Results.OrderBy(r => r.Outcome == CheckOutcome.Broken ? 1 : 0).Select(Row)]);

    private static IReadOnlyList<Cell> Row(CheckResult result) => result.Outcome switch
    {
        CheckOutcome.Holds => [new("ok", Tone.Good), result.Check, result.Subject, result.Evidence],
        CheckOutcome.Broken => [new("BROKEN", Tone.Bad), result.Check, result.Subject, new(result.Evidence, Tone.Bad)],
        _ => [new("skipped", Tone.Quiet), result.Check, result.Subject, new(result.Evidence, Tone.Quiet)],
    };
}
