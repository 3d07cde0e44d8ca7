namespace VoiceAssist.Contracts;

/// <summary>Result of a <see cref="JobKinds.Command"/> job.</summary>
/// <param name="Intent">What was asked, for example <c>timer.set</c>; <c>unknown</c> when it was not understood.</param>
/// <param name="Slots">The particulars, for example <c>seconds = 300</c>.</param>
/// <param name="Answer">What the assistant says.</param>
public sealed record CommandResult(string Intent, IReadOnlyDictionary<string, string> Slots, string Answer);
