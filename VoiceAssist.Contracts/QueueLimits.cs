namespace VoiceAssist.Contracts;

/// <summary>How much the queue's Redis may hold.</summary>
public static class QueueLimits
{
    /// <summary>In Redis' own notation; what is beyond it is evicted.</summary>
    public const string RedisMaxMemory = "768mb";
}
