namespace VoiceAssist.Cli.LoadTest.Judging;

/// <summary>One threshold compared with what was measured.</summary>
/// <param name="Workload">Of which workload.</param>
/// <param name="Threshold">Which threshold.</param>
/// <param name="State">How it came out.</param>
/// <param name="Measured">What was measured, with unit.</param>
/// <param name="Required">What was required, with unit.</param>
/// <param name="Predicted">What the simulator predicts; empty where it says nothing of it.</param>
/// <param name="Advice">What to do, where it did not pass.</param>
internal sealed record TestFinding(string Workload, string Threshold, FindingState State, string Measured, string Required, string Predicted, string Advice = "");
