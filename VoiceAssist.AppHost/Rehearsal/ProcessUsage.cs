using System.Diagnostics;
using System.Globalization;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>What a process has used.</summary>
/// <param name="Cpu">CPU time since its start.</param>
/// <param name="Memory">Bytes that count against a container's limit.</param>
internal readonly record struct ProcessUsage(TimeSpan Cpu, long Memory)
{
    /// <returns>Null when there is no such process (any more).</returns>
    public static ProcessUsage? Of(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return new(process.TotalProcessorTime, Anonymous(pid) ?? process.WorkingSet64);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // A pod's working set counts mapped files only while they are in active use; programs and libraries are shared by all replicas here.
    private static long? Anonymous(int pid)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            // RssAnon:	   41236 kB
            var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
            return line?.Split(' ', '\t') is { } parts && parts.FirstOrDefault(p => p.Length > 0 && char.IsAsciiDigit(p[0])) is { } number
                ? long.Parse(number, CultureInfo.InvariantCulture) * 1024
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
