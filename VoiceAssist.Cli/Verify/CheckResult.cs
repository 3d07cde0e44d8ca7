namespace VoiceAssist.Cli.Verify;

/// <summary>One promise, looked at on the live cluster.</summary>
/// <param name="Check">What was looked at, for example <c>metrics</c>.</param>
/// <param name="Subject">Of which object.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Evidence">What was seen.</param>
internal sealed record CheckResult(string Check, string Subject, CheckOutcome Outcome, string Evidence)
{
    public static CheckResult Of(string check, ObjectNames subject, bool holds, string evidence) =>
        new(check, subject.Text, holds ? CheckOutcome.Holds : CheckOutcome.Broken, evidence);

    public static CheckResult Skipped(string check, ObjectNames subject, string evidence) => new(check, subject.Text, CheckOutcome.Skipped, evidence);
}
