using System.Globalization;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>The ports on which this process listens, by what Linux says of it.</summary>
internal static class OwnListeners
{
    private const string Listening = "0A";

    public static IReadOnlySet<int> Ports()
    {
        var sockets = Directory.EnumerateFiles("/proc/self/fd").Select(Target).OfType<string>().Where(t => t.StartsWith("socket:[", StringComparison.Ordinal)).Select(t => t["socket:[".Length..^1]).ToHashSet(StringComparer.Ordinal);

        // sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode
        //  0: 0100007F:9C41 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 123456
        return new[] { "/proc/self/net/tcp", "/proc/self/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(f => f.Length > 9 && f[3] == Listening && sockets.Contains(f[9]))
            .Select(f => int.Parse(f[1].Split(':')[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToHashSet();
    }

    // What was listed may be closed before it is looked at.
    private static string? Target(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
