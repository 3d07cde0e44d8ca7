namespace VoiceAssist.Contracts;

/// <summary>Names in Redis. One shared queue for now; its name is the metrics' label <c>queue</c>.</summary>
public static class QueueNames
{
    public const string Default = "default";

    /// <summary>
    /// Sorted set of the ids that wait and are due, scored by priority and by since when. A set cannot hold an id
    /// twice, and it is evicted as a whole, so whatever Redis forgets can be put back blindly.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty or not lower-case letters, digits and dashes.</exception>
    public static string Waiting(string queue) => $"{Prefix(queue)}waiting";

    /// <summary>Channel on which an enqueue says "look now"; a hint that may be lost.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Waiting"/>.</exception>
    public static string WakeUp(string queue) => $"{Prefix(queue)}wake-up";

    /// <summary>Channel on which workers name the jobs whose history has grown; a hint that may be lost.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Waiting"/>.</exception>
    public static string Changed(string queue) => $"{Prefix(queue)}changed";

    /// <summary>Channel on which a running job is called off; a hint that may be lost.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Waiting"/>.</exception>
    public static string Cancel(string queue) => $"{Prefix(queue)}cancel";

    /// <summary>Key that the one worker holds for an interval which does an actor's work for all.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Waiting"/>.</exception>
    public static string Turn(string queue, string actor) => $"{Prefix(queue)}turn:{actor}";

    private static string Prefix(string queue) =>
        queue.Length > 0 && queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? $"voiceassist:queue:{queue}:"
            : throw new ArgumentException(
                $"A queue's name must be lower-case ASCII letters, digits and dashes, but was '{queue}'.", nameof(queue));
}
