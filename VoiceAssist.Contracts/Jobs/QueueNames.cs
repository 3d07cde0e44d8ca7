namespace VoiceAssist.Contracts;

/// <summary>Names in Redis. One shared queue for now; its name is the metrics' label <c>queue</c>.</summary>
public static class QueueNames
{
    public const string Default = "default";

    /// <summary>
    /// Sorted set of the ids that wait, scored by when they are due (Unix milliseconds). A set cannot hold an id
    /// twice, and it is evicted as a whole, so whatever Redis forgets can be put back blindly.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty or not lower-case letters, digits and dashes.</exception>
    public static string Waiting(string queue) => $"voiceassist:queue:{Checked(queue)}:waiting";

    /// <summary>Channel on which an enqueue says "look now"; a hint that may be lost.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Waiting"/>.</exception>
    public static string WakeUp(string queue) => $"voiceassist:queue:{Checked(queue)}:wake-up";

    /// <summary>Key that the worker which sweeps holds for one interval.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Waiting"/>.</exception>
    public static string SweepTurn(string queue) => $"voiceassist:queue:{Checked(queue)}:sweep-turn";

    private static string Checked(string queue) =>
        queue.Length > 0 && queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? queue
            : throw new ArgumentException(
                $"A queue's name must be lower-case ASCII letters, digits and dashes, but was '{queue}'.", nameof(queue));
}
