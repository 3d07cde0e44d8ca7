namespace VoiceAssist.Cli.Cluster;

/// <summary>The API server did not answer, or the connection broke and did not come back.</summary>
internal sealed class UnreachableException(string message, Exception? cause = null) : Exception(message, cause);
