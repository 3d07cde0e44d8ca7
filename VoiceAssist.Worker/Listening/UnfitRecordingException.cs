namespace VoiceAssist.Worker.Listening;

/// <summary>An engine cannot take a recording, whenever it is tried. The message says why; clients read it.</summary>
internal sealed class UnfitRecordingException(string message) : Exception(message);
