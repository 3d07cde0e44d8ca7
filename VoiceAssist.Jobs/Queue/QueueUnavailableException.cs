namespace VoiceAssist.Jobs.Queue;

/// <summary>Redis cannot be reached or refuses. No job is lost with it: the sweeper puts back what the queue lacks.</summary>
public sealed class QueueUnavailableException : Exception
{
    public QueueUnavailableException(string message)
        : base(message)
    {
    }

    public QueueUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
