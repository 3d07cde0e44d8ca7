namespace VoiceAssist.Cli;

/// <summary>What was asked for cannot be done as written; the message says what is allowed. Ends with exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
