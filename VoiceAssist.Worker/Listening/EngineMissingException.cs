namespace VoiceAssist.Worker.Listening;

/// <summary>Something is not installed here. The message says how to install it; clients read it.</summary>
internal sealed class EngineMissingException(string message) : Exception(message);
