namespace VoiceAssist.Jobs.Queue;

/// <summary>Ids in a message: 16 bytes each, one after the other.</summary>
internal static class GuidList
{
    private const int Size = 16;

    public static byte[] Write(IReadOnlyCollection<Guid> ids)
    {
        var bytes = new byte[ids.Count * Size];
        var at = 0;
        foreach (var id in ids)
        {
            id.TryWriteBytes(bytes.AsSpan(at, Size));
            at += Size;
        }

        return bytes;
    }

    /// <returns>The ids; what is left over at the end is none of ours.</returns>
    public static HashSet<Guid> Read(ReadOnlySpan<byte> bytes)
    {
        var ids = new HashSet<Guid>();
        for (; bytes.Length >= Size; bytes = bytes[Size..])
        {
            ids.Add(new Guid(bytes[..Size]));
        }

        return ids;
    }
}
