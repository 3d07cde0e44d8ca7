namespace Aspire.Hosting.Dashboard;

/// <summary>Splits what is sent into messages that the dashboard accepts: it takes 16 MB at most.</summary>
internal static class MessageBatches
{
    /// <summary>Half of what the dashboard takes, so that the message around a batch has room.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>A console line beyond this is cut: a program that writes without line breaks must not end the stream.</summary>
    public const int MaxLineLength = 256 * 1024;

    /// <summary>The items in their order, as many together as fit; at least one batch, at least one item in each but an only empty one.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IEnumerable<T> items, Func<T, int> size, int maxBytes = MaxBytes)
    {
        List<T> batch = [];
        var bytes = 0;
        foreach (var item in items)
        {
            var next = size(item);
            if (batch.Count > 0 && bytes + next > maxBytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(item);
            bytes += next;
        }

        yield return batch;
    }

    public static string Cut(string line) => line.Length <= MaxLineLength ? line : string.Concat(line.AsSpan(0, MaxLineLength), "…");
}
