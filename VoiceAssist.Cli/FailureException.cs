namespace VoiceAssist.Cli;

/// <summary>What was asked for could not be done; the message says why and what to do next. Ends with exit code 1.</summary>
internal sealed class FailureException(string message) : Exception(message);
